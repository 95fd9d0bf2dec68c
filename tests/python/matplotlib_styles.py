"""Answers what matplotlib makes of names and values: a JSON question on stdin, a JSON answer on stdout.

    {"colors": [[color, alpha], ...], "dashes": [[linestyle, linewidth], ...], "styles": [{option: value}, ...],
     "x": [...], "y": [...]}
"""

import json
import sys

from matplotlib import colors, rcParams
from matplotlib.backend_bases import RendererBase
from matplotlib.cbook import STEP_LOOKUP_MAP
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.transforms import Affine2D

# Curves become strokes no longer than some pixels: so that they are smooth, at this size.
LARGE = 100


def or_none(value, *args):
    """What a function of matplotlib says, or None if it refuses."""
    try:
        return value(*args)
    except (ValueError, TypeError):
        return None


def rgba(color, alpha):
    pair = isinstance(color, list) and len(color) == 2
    return or_none(colors.to_rgba, tuple(color) if pair else color, alpha)


def dashes(linestyle, linewidth):
    style = tuple(linestyle) if isinstance(linestyle, list) else linestyle
    offset, pattern = Line2D([], [], linestyle=style, linewidth=linewidth)._dash_pattern
    return [offset, list(pattern or [])]


def polylines(path, transform):
    if path is None:
        return []
    large = path.transformed(transform + Affine2D().scale(LARGE))
    return [(polygon / LARGE).tolist() for polygon in large.to_polygons(closed_only=False)]


def marker(name, fillstyle):
    style = MarkerStyle(name, fillstyle)
    alt = style.get_alt_path()
    return {
        "marker": name,
        "fillstyle": fillstyle,
        "face": polylines(style.get_path(), style.get_transform()),
        "alt": polylines(alt, style.get_alt_transform()) if alt is not None else [],
        "join": style.get_joinstyle(),
    }


class Recorder(RendererBase):
    """Notes what a line is drawn with."""

    def __init__(self):
        super().__init__()
        self.stroke = None
        self.markers = []

    def draw_path(self, gc, path, transform, rgbFace=None):
        self.stroke = {"color": gc.get_rgb(), "width": gc.get_linewidth(), "cap": gc.get_capstyle()}

    def draw_markers(self, gc, marker_path, marker_trans, path, trans, rgbFace=None):
        places = [vertex.tolist() for vertex, _ in path.iter_segments()]
        self.markers.append(
            {"edge": gc.get_rgb(), "width": gc.get_linewidth(), "face": rgbFace, "places": places}
        )


def drawn(options, x, y):
    pairs = {name: tuple(value) if isinstance(value, list) else value for name, value in options.items()}
    (line,) = Figure().subplots().plot(x, y, **pairs)
    recorder = Recorder()
    line.draw(recorder)
    return {"stroke": recorder.stroke, "markers": recorder.markers}


def steps(drawstyle, x, y):
    return [list(column) for column in STEP_LOOKUP_MAP[drawstyle](x, y)]


def answer(question):
    names = {
        name: colors.to_rgba(name) for name in colors.get_named_colors_mapping() if not name.startswith("xkcd:")
    }
    letters = [name for name, what in MarkerStyle.markers.items() if what != "nothing"]
    line = Line2D([], [])
    return {
        "names": names,
        "cycle": [colors.to_rgba(f"C{i}") for i in range(12)],
        "colors": [rgba(*each) for each in question["colors"]],
        "dashes": [or_none(dashes, *each) for each in question["dashes"]],
        "markers": [marker(name, fill) for name in letters for fill in MarkerStyle.fillstyles],
        "steps": {name: steps(name, question["x"], question["y"]) for name in STEP_LOOKUP_MAP},
        "drawn": [drawn(each, question["x"], question["y"]) for each in question["styles"]],
        "aliases": Line2D._alias_to_prop,
        "defaults": {
            "linewidth": line.get_linewidth(),
            "linestyle": line.get_linestyle(),
            "markersize": line.get_markersize(),
            "markeredgewidth": line.get_markeredgewidth(),
            "drawstyle": line.get_drawstyle(),
            "fillstyle": line.get_fillstyle(),
            "markerfacecoloralt": line.get_markerfacecoloralt(),
            "solid_capstyle": rcParams["lines.solid_capstyle"],
            "dash_capstyle": rcParams["lines.dash_capstyle"],
            "joinstyle": [rcParams["lines.solid_joinstyle"], rcParams["lines.dash_joinstyle"]],
        },
    }


if __name__ == "__main__":
    print(json.dumps(answer(json.load(sys.stdin))))
