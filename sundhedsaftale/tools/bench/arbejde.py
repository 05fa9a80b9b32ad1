"""What a secretary does with a portfolio: a cell saved, two versions compared, a spreadsheet or document previewed."""

from collections.abc import Callable, Sequence
from itertools import cycle
from typing import TypedDict

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from indsatser.models import Portefoeljepost, Ressourcetraek
from organisering.models import Aftale
from sundhedsaftale.tools.bench.data import find_aftale
from sundhedsaftale.tools.bench.gitter import hent, opslag, sekretariat
from sundhedsaftale.tools.bench.maaler import Tider, tag_tid
from sundhedsaftale.tools.bench.sammenligning import opret_to_versioner

CELLER, SIDER = 60, 5


class Arbejdslinje(TypedDict):
    """One act; times in seconds, `hoejst` the aim in seconds for its p95 and `opslag_hoejst` for its queries."""

    arbejde: str
    opslag: int
    median: float
    p95: float
    cpu: float
    antal: int
    hoejst: float
    opslag_hoejst: int | None


def main(argumenter: Sequence[str]) -> list[Arbejdslinje]:
    """Measure the acts on the agreement of this name. It is changed: nothing else is to be measured on it after."""
    aftale = find_aftale(argumenter[0])
    client = Client()
    client.force_login(sekretariat(aftale), backend="django.contrib.auth.backends.ModelBackend")
    return [
        _celle(client, aftale),
        _regneark(client, aftale),
        _dokument(client, aftale),
        _sammenligning(client, aftale),
    ]


def _celle(client: Client, aftale: Aftale) -> Arbejdslinje:
    """Toggle cells one by one as the grid does, each on top of the version that it has."""
    noegler = Ressourcetraek.objects.filter(post__indsats__aftale=aftale).order_by("pk")[:CELLER]
    celler = cycle(list(noegler))

    def gem() -> None:
        celle = next(celler)
        celle.refresh_from_db()
        svar = client.post(
            reverse("indsatser:post-aar", args=[celle.post_id, celle.aar]),
            {"celle": f"{int(not celle.planlagt)}v{celle.version}"},
            headers={"HX-Request": "true"},
        )
        _kraev(svar.status_code == 200, f"Cellen svarede {svar.status_code}.")

    return _maal("et felt gemmes", gem, antal=CELLER, hoejst=0.2)


def _regneark(client: Client, aftale: Aftale) -> Arbejdslinje:
    """Send the data layout back unchanged and see what it would change, row by row."""
    fil = client.get(reverse("indsatser:regneark-aftale", args=[aftale.slug, "xlsx"]), {"opstilling": "data"}).content

    def se() -> None:
        svar = client.post(
            reverse("indsatser:regneark", args=[aftale.slug]),
            {"fil": SimpleUploadedFile("portefoelje.xlsx", fil)},
            follow=True,
        )
        _kraev(svar.status_code == 200 and bool(svar.redirect_chain), f"Regnearket svarede {svar.status_code}.")

    return _maal("regneark ses igennem", se, antal=SIDER, hoejst=10)


def _dokument(client: Client, aftale: Aftale) -> Arbejdslinje:
    """Paste the portfolio as a Word table with a scan error in every other title, and see what it would change."""
    poster = Portefoeljepost.objects.filter(indsats__aftale=aftale).select_related("indsats", "organ")
    linjer = ["\t".join(["Organ", "Indsats", *map(str, aftale.aar)])]
    for nr, post in enumerate(poster.prefetch_related("traek")):
        titel = post.indsats.titel.replace("e", "æ", 1) if nr % 2 else post.indsats.titel
        planlagt = {traek.aar for traek in post.traek.all() if traek.planlagt}
        linjer.append("\t".join([post.organ.navn, titel, *("X" if aar in planlagt else "" for aar in aftale.aar)]))
    tekst = "\n".join(linjer)

    def se() -> None:
        fil = SimpleUploadedFile("portefoelje.txt", tekst.encode())
        svar = client.post(reverse("indsatser:portefoelje-laes", args=[aftale.slug]), {"fil": fil}, follow=True)
        _kraev(svar.status_code == 200 and bool(svar.redirect_chain), f"Dokumentet svarede {svar.status_code}.")

    return _maal("dokument ses igennem", se, antal=SIDER, hoejst=10)


def _sammenligning(client: Client, aftale: Aftale) -> Arbejdslinje:
    foer, efter = opret_to_versioner(aftale)
    adresse = reverse("indsatser:sammenligning", args=[aftale.slug], query={"fra": foer.uuid, "til": efter.uuid})
    return _maal("to versioner sammenlignes", lambda: hent(client, adresse), antal=SIDER, hoejst=2, opslag_hoejst=15)


def _maal(
    arbejde: str, handling: Callable[[], object], *, antal: int, hoejst: float, opslag_hoejst: int | None = None
) -> Arbejdslinje:
    """Do it once for warmth, then `antal` times against the clock."""
    handling()
    tider = Tider([tag_tid(handling) for _ in range(antal)])
    return Arbejdslinje(
        arbejde=arbejde,
        opslag=opslag(handling),
        median=tider.median,
        p95=tider.p95,
        cpu=tider.cpu,
        antal=antal,
        hoejst=hoejst,
        opslag_hoejst=opslag_hoejst,
    )


def _kraev(gaar: bool, fejl: str) -> None:
    if not gaar:
        raise RuntimeError(fejl)
