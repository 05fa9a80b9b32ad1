"""The two drawings of the report, each one template that writes SVG."""

from typing import Any

from django import template

from rapportering.queries.maalfigur import maalfigur as beregn_maalfigur

register = template.Library()

BREDDE = 480


@register.inclusion_tag("rapportering/pdf/maalfigur.html")
def maalfigur(maaltal: dict[str, Any]) -> dict[str, Any]:
    return {"kurve": beregn_maalfigur(maaltal)}


@register.inclusion_tag("rapportering/pdf/fordeling.html")
def fordeling(tilstande: list[dict[str, Any]]) -> dict[str, Any]:
    """One bar in as many parts as there are states; `tilstande` is [{slug, tekst, antal}]."""
    i_alt = sum(tilstand["antal"] for tilstand in tilstande)
    dele, x = [], 0.0
    for tilstand in tilstande:
        bredde = tilstand["antal"] / i_alt * BREDDE
        dele.append(
            {
                "slug": tilstand["slug"],
                "antal": tilstand["antal"],
                "x": f"{x:.1f}",
                "bredde": f"{max(bredde - 2, 1):.1f}",
                "midte": f"{x + bredde / 2 - 1:.1f}",
            }
        )
        x += bredde
    beskrivelse = "; ".join(f"{tilstand['tekst']}: {tilstand['antal']}" for tilstand in tilstande)
    return {"dele": dele, "beskrivelse": f"Måltal fordelt på tilstand. {beskrivelse}."}
