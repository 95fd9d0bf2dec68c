/** Texts that are more than text where somebody parses or cuts them; each has a mark to find it by. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror="hacked = 1">',
  '</script><script>hacked = 1</script>',
  '<svg onload=hacked=1><foreignObject><iframe srcdoc="<p>">',
  '&lt;b&gt; &amp; &#60;i&#62;',
  `"'\`><b onmouseover='hacked = 1'>`,
  'javascript:hacked=1//%0d%0a',
  '${hacked = 1} {{constructor}} $1 $&',
  'two\nlines\r\nand\ttabs',
  '\u202Egnissim si siht\u202C \u2066\u200B\uFEFF',
  'nul \0 bell \u0007 escape \u001B[31m red',
  'e\u0301 \u{1F469}\u200D\u{1F52C} \uD800 alone',
  '__proto__',
  'constructor',
  `<u>${'long '.repeat(2000)}</u>`,
];
