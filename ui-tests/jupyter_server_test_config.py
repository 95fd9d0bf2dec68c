"""Jupyter Server for the browser tests: no token, on loopback only."""

from jupyterlab.galata import configure_jupyter_server

c = get_config()  # noqa: F821 - given by Jupyter
configure_jupyter_server(c)
c.ServerApp.ip = "127.0.0.1"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
