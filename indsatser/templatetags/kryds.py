"""`{% load kryds %}`: the cells of the matrix. Written in Python because a page has hundreds of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from indsatser.queries.afsnit import Raekke
from indsatser.queries.celle import Celle
from indsatser.queries.kolonne import Kolonne
from indsatser.templatetags.adresse import adresse
from sundhedsaftale.faelles.dansk import tal

register = template.Library()

_X = '<span aria-hidden="true">X</span><span class="sr-only">planlagt</span>'
_TOM = '<span class="sr-only">ikke planlagt</span>'
_UDENFOR = '<td class="aar"></td>'
_ORD = {True: "ja", False: "nej"}


@register.simple_tag
def aarshoveder(aarraekke: Iterable[int]) -> SafeString:
    """Return the heads of the columns of years."""
    return _html(f'<th scope="col" class="aar">{aar}</th>' for aar in aarraekke)


@register.simple_tag
def aarssummer(
    aarraekke: Iterable[int],
    summer: Mapping[int, int],
    noegle: str,
    raekker: Sequence[Raekke] = (),
    kolonner: Collection[Kolonne] = (),
) -> SafeString:
    """Return the sums of each year as the cells of a row; the number of X is found again by `<noegle>-<year>`.

    With columns of money the amounts of `raekker` stand below. A year that has no sum gets an empty cell.
    """
    penge = _penge(raekker, kolonner)
    return _html(
        f'<td class="aar"><span id="{noegle}-{aar}">{summer[aar]}</span>{penge.get(aar, "")}</td>'
        if aar in summer
        else _UDENFOR
        for aar in aarraekke
    )


@register.simple_tag
def kryds(
    celler: Iterable[Celle], aarraekke: Iterable[int] | None = None, kolonner: Collection[Kolonne] = ()
) -> SafeString:
    """Return the cells of one row as they are read; `aarraekke` are the table's years, when it has more."""
    return _html(_felt(celle, kolonner) if celle else _UDENFOR for celle in _i_tabellens_aar(celler, aarraekke))


@register.simple_tag
def tomme(aarraekke: Iterable[int]) -> SafeString:
    """Return the cells of a målsætning that has no initiative to draw on any year."""
    return _html(_UDENFOR for _ in aarraekke)


@register.simple_tag
def kryds_knapper(
    post_id: int,
    titel: str,
    celler: Iterable[Celle],
    aarraekke: Iterable[int] | None = None,
    kolonner: Collection[Kolonne] = (),
) -> SafeString:
    """Return the cells of one row as buttons, each sending the other state and the version that was seen."""
    navn = escape(titel)
    return _html(
        f'<td class="aar">{_knap(post_id, navn, celle)}{_tal(celle, kolonner)}</td>' if celle else _UDENFOR
        for celle in _i_tabellens_aar(celler, aarraekke)
    )


@register.simple_tag
def kryds_knap(post_id: int, titel: str, celle: Celle, ekstra: str = "") -> SafeString:
    """Return one button alone, to take its own place on the page; `ekstra` is another class."""
    return _html([_knap(post_id, escape(titel), celle, f" {ekstra}" if ekstra else "", ' hx-swap-oob="true"')])


def _i_tabellens_aar(celler: Iterable[Celle], aarraekke: Iterable[int] | None) -> Iterable[Celle | None]:
    if aarraekke is None:
        return celler
    egne = {celle.aar: celle for celle in celler}
    return (egne.get(aar) for aar in aarraekke)


def _felt(celle: Celle, kolonner: Collection[Kolonne]) -> str:
    """One cell as it is read; what was decided leads to the decision."""
    tallene = _tal(celle, kolonner)
    if celle.besluttet is None:
        klasse, indhold = (" har-kryds", _X) if celle.planlagt else ("", _TOM)
        return f'<td class="aar{klasse}">{indhold}{tallene}</td>'
    klasse, tegn, ord_ = ("har-kryds", "X", "planlagt") if celle.planlagt else ("fjernet", "–", "ikke planlagt")
    tekst = escape(celle.besluttet.tekst)
    indhold = f'<span aria-hidden="true">{tegn}</span><span class="sr-only">{ord_}, besluttet: {tekst}</span>'
    if celle.besluttet.url:
        indhold = f'<a href="{escape(celle.besluttet.url)}" title="Besluttet: {tekst}">{indhold}</a>'
    return f'<td class="aar {klasse}">{indhold}{tallene}</td>'


def _knap(post_id: int, navn: str, celle: Celle, ekstra: str = "", oob: str = "") -> str:
    maal = adresse("indsatser:post-aar", post_id, celle.aar)
    maerke = ""
    if celle.besluttet is not None:
        besluttet = escape(celle.besluttet.tekst)
        navn, ekstra = f"{navn}, besluttet: {besluttet}", f"{ekstra} kryds--besluttet"
        maerke = f' title="Besluttet: {besluttet}"'
    return (
        f'<button type="submit" class="kryds{ekstra}" id="c{post_id}-{celle.aar}" name="celle" value="{celle.oensket}" '
        f'formaction="{maal}" hx-post="{maal}" aria-pressed="{"true" if celle.planlagt else "false"}" '
        f'aria-label="{celle.aar}: {navn}"{maerke}{oob}>{"X" if celle.planlagt else ""}</button>'
    )


def _tal(celle: Celle, kolonner: Collection[Kolonne]) -> str:
    """What was planned in money, and what came of the year, as the chosen columns ask."""
    linjer = ""
    if not kolonner:
        return linjer
    if Kolonne.BELOEB in kolonner and celle.beloeb is not None:
        linjer += _linje("planlagt", tal(celle.beloeb), "mio. kr.")
    if Kolonne.FAKTISK in kolonner:
        if celle.realiseret is not None:
            linjer += _linje("trak ressourcer", _ORD[celle.realiseret])
        if celle.faktisk is not None:
            linjer += _linje("faktisk", tal(celle.faktisk), "mio. kr.")
    return linjer


def _penge(raekker: Sequence[Raekke], kolonner: Collection[Kolonne]) -> dict[int, str]:
    """The amounts of each year added up; a year without any has none, which is not nought."""
    summer: dict[int, dict[str, Decimal]] = {}
    for felt, kolonne, ord_ in (("beloeb", Kolonne.BELOEB, "planlagt"), ("faktisk", Kolonne.FAKTISK, "faktisk")):
        if kolonne not in kolonner:
            continue
        for celle in (celle for raekke in raekker for celle in raekke.celler):
            if (beloeb := getattr(celle, felt)) is not None:
                i_aar = summer.setdefault(celle.aar, {})
                i_aar[ord_] = i_aar.get(ord_, Decimal(0)) + beloeb
    return {
        aar: "".join(_linje(ord_, tal(beloeb), "mio. kr.") for ord_, beloeb in dens.items())
        for aar, dens in summer.items()
    }


_KORT = {"planlagt": "plan", "faktisk": "fakt.", "trak ressourcer": "trak"}


def _linje(ord_: str, tekst: str, enhed: str = "") -> str:
    efter = f'<span class="sr-only"> {enhed}</span>' if enhed else ""
    hele = f"{ord_}, {enhed}" if enhed else ord_
    return f'<span class="celletal"><abbr title="{hele}">{_KORT[ord_]}</abbr> {tekst}{efter}</span>'


def _html(dele: Iterable[str]) -> SafeString:
    """Join pieces whose text is escaped; the rest of them are numbers, keys and constants."""
    return mark_safe("".join(dele))  # noqa: S308
