"""A list that its lead sentence announces stays with it."""

from __future__ import annotations

from extract.readers import read_bytes

PAGE = """<html><body>
<div id="menu"><ul><li><a href="#">Inicio</a></li><li><a href="#">Contacto</a></li></ul></div>
<div id="nota"><h1>Dinamarca apoya a México</h1>
<p>El gobierno de Dinamarca invertirá cinco millones de euros en un programa de tres años, anunció
la Secretaría de Medio Ambiente, que lo llevará a cabo con la Secretaría de Energía.</p>
<p>Los recursos se repartirán en tres rubros:</p>
<ul><li>mitigación,</li><li>energías renovables, y</li><li>eficiencia energética.</li></ul>
<p>Además, convocarán a un foro regional sobre crecimiento verde, que tendrá lugar en Bogotá.</p>
</div></body></html>"""


def test_items_after_a_colon_are_kept_and_menus_are_not() -> None:
    (document,) = read_bytes(PAGE.encode(), "nota.html")
    lines = [line for line in document.text.splitlines() if line]
    at = lines.index("Los recursos se repartirán en tres rubros:")
    items = ["mitigación,", "energías renovables, y", "eficiencia energética."]
    assert lines[at + 1 : at + 4] == items
    assert "Contacto" not in document.text
