"""`{% load kryds %}`: the cells of the matrix. Written in Python because a page has hundreds of them."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from indsatser.queries.celle import Celle

register = template.Library()

_X = '<td class="aar har-kryds"><span aria-hidden="true">X</span><span class="sr-only">planlagt</span></td>'
_TOM = '<td class="aar"><span class="sr-only">ikke planlagt</span></td>'


@register.simple_tag
def kryds(celler: Iterable[Celle]) -> SafeString:
    """Return the cells of one row as they are read."""
    return mark_safe("".join(_X if celle.planlagt else _TOM for celle in celler))  # noqa: S308 - constants alone


@register.simple_tag
def kryds_knapper(post_id: int, titel: str, celler: Iterable[Celle]) -> SafeString:
    """Return the cells of one row as buttons, each sending the other state and the version that was seen."""
    adresse, navn = reverse("indsatser:post-aar", args=[post_id, 0]), escape(titel)
    knapper = (_knap(post_id, navn, celle, adresse) for celle in celler)
    return mark_safe("".join(f'<td class="aar">{knap}</td>' for knap in knapper))  # noqa: S308 - the title is escaped


@register.simple_tag
def kryds_knap(post_id: int, titel: str, celle: Celle, ekstra: str = "") -> SafeString:
    """Return one button alone, to take its own place on the page; `ekstra` is another class."""
    adresse = reverse("indsatser:post-aar", args=[post_id, 0])
    knap = _knap(post_id, escape(titel), celle, adresse, f" {ekstra}" if ekstra else "", ' hx-swap-oob="true"')
    return mark_safe(knap)  # noqa: S308 - the title is escaped


def _knap(post_id: int, navn: str, celle: Celle, adresse: str, ekstra: str = "", oob: str = "") -> str:
    maal = adresse.removesuffix("0/") + f"{celle.aar}/"
    return (
        f'<button type="submit" class="kryds{ekstra}" id="c{post_id}-{celle.aar}" name="celle" value="{celle.oensket}" '
        f'formaction="{maal}" hx-post="{maal}" aria-pressed="{"true" if celle.planlagt else "false"}" '
        f'aria-label="{celle.aar}: {navn}"{oob}>{"X" if celle.planlagt else ""}</button>'
    )
