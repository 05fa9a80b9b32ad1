"""The rooms of an agreement's initiatives, as one menu on each of their pages."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse

from organisering.models import Aftale

register = template.Library()

_RET = "indsatser.rediger_portefoelje"


@dataclass(frozen=True, slots=True)
class Rum:
    """`url` takes the agreement's slug; `kraever` is the permission to enter, and the room is shown to who has it."""

    noegle: str
    navn: str
    url: str
    kraever: str = ""

    @property
    def vaerktoej(self) -> bool:
        """Whether it is one of the secretariat's tools."""
        return self.kraever == _RET


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
    Rum("aarsrevision", "Årsrevision", "indsatser:aarsrevision-list", kraever="indsatser.laes_historik"),
    Rum("kontrol", "Kontrol", "indsatser:kontrol", kraever=_RET),
    Rum("regneark", "Regneark", "indsatser:regneark", kraever=_RET),
    Rum("overdragelse", "Overdragelse", "indsatser:overdragelse", kraever=_RET),
    Rum("laes", "Læs et dokument", "indsatser:portefoelje-laes", kraever=_RET),
    Rum("indlaesninger", "Samlede ændringer", "indsatser:indlaesning-list", kraever=_RET),
)


@register.inclusion_tag("indsatser/_menu.html", takes_context=True)
def indsatsmenu(context: dict[str, Any], aftale: Aftale, her: str) -> dict[str, Any]:
    """Write the menu; `her` is the key of the room that the page stands in."""
    bruger = context["request"].user
    maa = {kraevet: not kraevet or bruger.has_perm(kraevet, aftale) for kraevet in {rum.kraever for rum in RUM}}

    def punkter(*, vaerktoej: bool) -> list[tuple[str, str, bool]]:
        return [
            (rum.navn, reverse(rum.url, args=[aftale.slug]), rum.noegle == her)
            for rum in RUM
            if rum.vaerktoej == vaerktoej and maa[rum.kraever]
        ]

    return {"punkter": punkter(vaerktoej=False), "vaerktoej": punkter(vaerktoej=True)}
