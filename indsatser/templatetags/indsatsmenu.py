"""The rooms of an agreement's initiatives, as one menu on each of their pages."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse

from organisering.models import Aftale

register = template.Library()


@dataclass(frozen=True, slots=True)
class Rum:
    """`url` takes the agreement's slug; `internt` rooms are the secretariat's tools."""

    noegle: str
    navn: str
    url: str
    internt: bool = False


RUM = (
    Rum("portefoelje", "Portefølje", "indsatser:portefoelje-aftale"),
    Rum("ikke-placeret", "Ikke placeret", "indsatser:uplaceret-list"),
    Rum("versioner", "Versioner", "indsatser:portefoeljeversion-list"),
    Rum("sammenligning", "Sammenligning", "indsatser:sammenligning"),
    Rum("maal", "Mål", "indsatser:maaltal-list"),
    Rum("puljer", "Puljer", "indsatser:pulje-list"),
    Rum("opgaveoverdragelser", "Opgaveoverdragelser", "indsatser:opgaveoverdragelse-list"),
    Rum("risikogrupper", "Risikogrupper", "indsatser:risikogruppe-list"),
    Rum("virkemidler", "Virkemidler og spor", "indsatser:virkemiddel-list"),
    Rum("kontrol", "Kontrol", "indsatser:kontrol", internt=True),
    Rum("regneark", "Regneark", "indsatser:regneark", internt=True),
    Rum("aarsrevision", "Årsrevision", "indsatser:aarsrevision-list", internt=True),
    Rum("overdragelse", "Overdragelse", "indsatser:overdragelse", internt=True),
    Rum("laes", "Læs et dokument", "indsatser:portefoelje-laes", internt=True),
    Rum("indlaesninger", "Samlede ændringer", "indsatser:indlaesning-list", internt=True),
)


@register.inclusion_tag("indsatser/_menu.html", takes_context=True)
def indsatsmenu(context: dict[str, Any], aftale: Aftale, her: str) -> dict[str, Any]:
    """Write the menu; `her` is the key of the room that the page stands in."""
    maa = context["request"].user.has_perm("indsatser.rediger_portefoelje", aftale)

    def punkter(*, internt: bool) -> list[tuple[str, str, bool]]:
        return [
            (rum.navn, reverse(rum.url, args=[aftale.slug]), rum.noegle == her) for rum in RUM if rum.internt == internt
        ]

    return {"punkter": punkter(internt=False), "vaerktoej": punkter(internt=True) if maa else []}
