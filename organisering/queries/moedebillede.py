"""A meeting as one reader sees it: what page, preview, search and PDF are all made from.

Closed text is left out here and nowhere else; whoever shows a meeting starts from `laes_moedebillede`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db.models import Q

from organisering.models import Bemaerkning, Besoegende, Bilag, Dagsordenspunkt, Deltagelse, Moede, Ordlyd
from organisering.queries.indblik import Indblik, indblik_i
from organisering.queries.punktbillede import (
    Behandling,
    Bemaerkningsbillede,
    Bilagsbillede,
    Deltagerbillede,
    Felt,
    Fravaersbillede,
    Indstillingsgruppe,
    Moedebillede,
    Punktbillede,
)
from organisering.queries.punktvej import Vej, laes_veje
from organisering.udvidelser import Emne, Virkning, tilmeldte

LUKKET = "Lukket punkt"
FELTER = ("sagsresume", "sagsfremstilling", "oekonomi", "koordinering", "godkendt_af", "tidligere_beslutninger")

_T = TypeVar("_T")


def laes_moedebillede(moede: Moede, *, bruger: Besoegende, indblik: Indblik | None = None) -> Moedebillede:
    """Read a meeting in a constant number of queries.

    For a preview or a PDF give the `indblik` it is made for and an anonymous `bruger`: earlier treatments of a case
    are those that `bruger` may read.
    """
    indblik = indblik or indblik_i(moede, bruger)
    punkter = _laes_punkter(moede) if indblik.dagsorden else []
    aabne = [punkt for punkt in punkter if indblik.lukkede or not punkt.lukket]
    noegler = [punkt.pk for punkt in aabne]
    tidligere = _tidligere(moede, aabne, bruger)
    veje = laes_veje(aabne, indblik=indblik, bruger=bruger)
    emner = _samlet([udvidelse.emner(noegler, bruger=bruger) for udvidelse in tilmeldte()])
    virkninger = (
        _samlet([udvidelse.virkninger(noegler, bruger=bruger) for udvidelse in tilmeldte()])
        if indblik.beslutninger
        else {}
    )
    # A substitute of whom nothing is said was not there and is not missing either.
    til_liste = moede.deltagelser.exclude(Q(fremmoede="") & ~Q(suppleant_for=""))
    deltagelser = til_liste if indblik.beslutninger else Deltagelse.objects.none()
    return Moedebillede(
        indblik=indblik,
        punkter=tuple(
            _punkt(
                punkt,
                indblik,
                tidligere=tidligere.get(punkt.sag_id, ()),
                vej=veje[punkt.pk],
                emner=emner.get(punkt.pk, ()),
                virkninger=virkninger.get(punkt.pk, ()),
            )
            if indblik.lukkede or not punkt.lukket
            else _skjult(punkt, indblik)
            for punkt in punkter
        ),
        deltagere=tuple(_deltager(deltagelse) for deltagelse in deltagelser),
    )


def _laes_punkter(moede: Moede) -> list[Dagsordenspunkt]:
    """The items with all that hangs on them; their search columns are as long as their texts, and stay behind."""
    return list(
        moede.punkter.select_related("sag", "ordlyd", "moede__organ")
        .defer("soegetekst", "beslutningssoegetekst")
        .prefetch_related("indstillinger", "bilag", "bemaerkninger", "fravaer__deltagelse")
    )


def _punkt(
    punkt: Dagsordenspunkt,
    indblik: Indblik,
    *,
    tidligere: Sequence[Behandling],
    vej: Vej,
    emner: Sequence[Emne],
    virkninger: Sequence[Virkning],
) -> Punktbillede:
    afgjort = indblik.beslutninger
    return Punktbillede(
        pk=punkt.pk,
        anker=punkt.anker,
        nummer=punkt.nummer,
        titel=punkt.titel,
        slags=punkt.get_slags_display() if punkt.slags else "",
        fast=punkt.fast,
        under=punkt.overpunkt_id is not None,
        lukket=punkt.lukket,
        skjult=False,
        sag=str(punkt.sag.uuid) if punkt.sag else "",
        sagsnummer=punkt.sag.sagsnummer if punkt.sag else "",
        felter=tuple(_felter(punkt)),
        uenighed=punkt.uenighed,
        indstillinger=_indstillinger(punkt),
        tidligere=tuple(tidligere),
        emner=tuple(emner),
        beslutning=punkt.beslutning if afgjort else "",
        bemaerkninger=tuple(_bemaerkning(en, punkt.moede) for en in punkt.bemaerkninger.all()) if afgjort else (),
        virkninger=tuple(virkninger),
        fravaer=tuple(Fravaersbillede(et.deltagelse.navn, et.get_slags_display()) for et in punkt.fravaer.all())
        if afgjort
        else (),
        bilag=tuple(_bilag(et) for et in punkt.bilag.all() if indblik.lukkede or et.aabent),
        vej=vej,
    )


def _skjult(punkt: Dagsordenspunkt, indblik: Indblik) -> Punktbillede:
    """A closed item as the public reads it: number, title and decision of its public wording, and nothing else."""
    ordlyd: Ordlyd | None = getattr(punkt, "ordlyd", None)
    return Punktbillede(
        pk=punkt.pk,
        anker=punkt.anker,
        nummer=punkt.nummer,
        titel=(ordlyd.titel if ordlyd else "") or LUKKET,
        slags="",
        fast="",
        under=punkt.overpunkt_id is not None,
        lukket=True,
        skjult=True,
        sag="",
        sagsnummer="",
        felter=(),
        uenighed="",
        indstillinger=(),
        tidligere=(),
        emner=(),
        beslutning=ordlyd.beslutning if ordlyd and indblik.beslutninger else "",
        bemaerkninger=(),
        virkninger=(),
        fravaer=(),
        bilag=(),
        vej=Vej(),
    )


def _felter(punkt: Dagsordenspunkt) -> list[Felt]:
    """The fields that are written in, in the order of a Danish agenda; a dissent stands under the sagsfremstilling."""
    meta: Any = Dagsordenspunkt._meta
    return [
        Felt(navn, str(meta.get_field(navn).verbose_name).capitalize(), getattr(punkt, navn))
        for navn in FELTER
        if getattr(punkt, navn) or (punkt.uenighed and navn == "sagsfremstilling")
    ]


def _indstillinger(punkt: Dagsordenspunkt) -> tuple[Indstillingsgruppe, ...]:
    grupper: dict[str, list[str]] = {}
    for indstilling in punkt.indstillinger.all():
        grupper.setdefault(indstilling.indstiller, []).append(indstilling.tekst)
    return tuple(Indstillingsgruppe(indstiller, tuple(tekster)) for indstiller, tekster in grupper.items())


def _bemaerkning(bemaerkning: Bemaerkning, moede: Moede) -> Bemaerkningsbillede:
    return Bemaerkningsbillede(bemaerkning.fra, bemaerkning.dag, bemaerkning.tekst, bemaerkning.dag > moede.dag)


def _bilag(bilag: Bilag) -> Bilagsbillede:
    return Bilagsbillede(
        pk=bilag.pk,
        titel=bilag.titel,
        uuid=str(bilag.uuid) if bilag.fil else "",
        adresse=bilag.adresse,
        dokid=bilag.dokid,
        journalnummer=bilag.journalnummer,
        aabent=bilag.aabent,
    )


def _deltager(deltagelse: Deltagelse) -> Deltagerbillede:
    return Deltagerbillede(
        pk=deltagelse.pk,
        navn=deltagelse.navn,
        titel=deltagelse.titel,
        rolle=deltagelse.rolle,
        organisation=deltagelse.organisation,
        partibogstav=deltagelse.partibogstav,
        fremmoede=deltagelse.fremmoede,
        fremmoedetekst=deltagelse.get_fremmoede_display(),
        suppleant_for=deltagelse.suppleant_for,
    )


def _tidligere(
    moede: Moede, punkter: Sequence[Dagsordenspunkt], bruger: Besoegende
) -> Mapping[int | None, list[Behandling]]:
    """What was decided on the same cases before, as far as this reader may read it."""
    behandlinger: dict[int | None, list[Behandling]] = {}
    andre = (
        Dagsordenspunkt.objects.filter(
            sag__in={punkt.sag_id for punkt in punkter} - {None},
            moede__in=Moede.objects.synlige_for(bruger).filter(starter__lt=moede.starter),
        )
        .select_related("moede__organ", "ordlyd")
        .prefetch_related("moede__faelles_med")
        .order_by("moede__starter")
    )
    for punkt in andre:
        indblik = indblik_i(punkt.moede, bruger)
        if not indblik.beslutninger:
            continue
        ordlyd: Ordlyd | None = getattr(punkt, "ordlyd", None)
        aaben = indblik.lukkede or not punkt.lukket
        beslutning = punkt.beslutning if aaben else (ordlyd.beslutning if ordlyd else "")
        behandlinger.setdefault(punkt.sag_id, []).append(
            Behandling(punkt.henvisning, punkt.get_absolute_url(), beslutning)
        )
    return behandlinger


def _samlet(dele: Sequence[Mapping[int, Sequence[_T]]]) -> dict[int, list[_T]]:
    samlet: dict[int, list[_T]] = {}
    for del_ in dele:
        for noegle, linjer in del_.items():
            samlet.setdefault(noegle, []).extend(linjer)
    return samlet
