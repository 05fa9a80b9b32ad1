"""`{% load kryds %}`: the cells of the matrix. Written in Python because a page has hundreds of them."""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from indsatser.queries.celle import Celle
from indsatser.templatetags.adresse import adresse

register = template.Library()

_X = '<td class="aar har-kryds"><span aria-hidden="true">X</span><span class="sr-only">planlagt</span></td>'
_TOM = '<td class="aar"><span class="sr-only">ikke planlagt</span></td>'


@register.simple_tag
def aarshoveder(aarraekke: Iterable[int]) -> SafeString:
    """Return the heads of the columns of years."""
    return _html(f'<th scope="col" class="aar">{aar}</th>' for aar in aarraekke)


@register.simple_tag
def aarssummer(summer: Mapping[int, int], noegle: str) -> SafeString:
    """Return the number of X in each year as the cells of a row, found again by `<noegle>-<year>`."""
    return _html(f'<td class="aar" id="{noegle}-{aar}">{antal}</td>' for aar, antal in summer.items())


@register.simple_tag
def aarsstribe(summer: Mapping[int, int], noegle: str) -> SafeString:
    """Return the number of X in each year as the items of a list, found again by `<noegle>-<year>`."""
    return _html(f'<div><dt>{aar}</dt><dd id="{noegle}-{aar}">{antal}</dd></div>' for aar, antal in summer.items())


@register.simple_tag
def kryds(celler: Iterable[Celle]) -> SafeString:
    """Return the cells of one row as they are read."""
    return _html(_felt(celle) for celle in celler)


@register.simple_tag
def tomme(aarraekke: Iterable[int]) -> SafeString:
    """Return the cells of a målsætning that has no initiative to draw on any year."""
    return _html('<td class="aar"></td>' for _ in aarraekke)


@register.simple_tag
def kryds_knapper(post_id: int, titel: str, celler: Iterable[Celle]) -> SafeString:
    """Return the cells of one row as buttons, each sending the other state and the version that was seen."""
    navn = escape(titel)
    return _html(f'<td class="aar">{_knap(post_id, navn, celle)}</td>' for celle in celler)


@register.simple_tag
def kryds_knap(post_id: int, titel: str, celle: Celle, ekstra: str = "") -> SafeString:
    """Return one button alone, to take its own place on the page; `ekstra` is another class."""
    return _html([_knap(post_id, escape(titel), celle, f" {ekstra}" if ekstra else "", ' hx-swap-oob="true"')])


def _felt(celle: Celle) -> str:
    """One cell as it is read; what was decided leads to the decision."""
    if celle.besluttet is None:
        return _X if celle.planlagt else _TOM
    klasse, tegn, ord_ = ("har-kryds", "X", "planlagt") if celle.planlagt else ("fjernet", "–", "ikke planlagt")
    tekst = escape(celle.besluttet.tekst)
    indhold = f'<span aria-hidden="true">{tegn}</span><span class="sr-only">{ord_}, besluttet: {tekst}</span>'
    if celle.besluttet.url:
        indhold = f'<a href="{escape(celle.besluttet.url)}" title="Besluttet: {tekst}">{indhold}</a>'
    return f'<td class="aar {klasse}">{indhold}</td>'


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


def _html(dele: Iterable[str]) -> SafeString:
    """Join pieces whose text is escaped; the rest of them are numbers, keys and constants."""
    return mark_safe("".join(dele))  # noqa: S308
