"""The answer to a lost race: 409 with mine, theirs and the original, and my text still in the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from simple_history.utils import get_history_manager_for_model

from sundhedsaftale.faelles.dansk import sorteringsnoegle
from sundhedsaftale.faelles.historik import hvem, laeselig
from sundhedsaftale.faelles.sporet import Sporet

UROERT = "(du har ikke rettet her)"


@dataclass(frozen=True)
class Konfliktraekke:
    """One field, as text: what I sent, what is stored now, and what stood there when I began."""

    felt: str
    mit: str
    nu: str
    oprindeligt: str


def vis_konflikt(
    request: HttpRequest,
    *,
    form: forms.BaseForm,
    objekt: Sporet,
    titel: str,
    tilbage: str,
    raekker: Sequence[Konfliktraekke] = (),
    ramt: Sporet | None = None,
) -> HttpResponse:
    """Answer 409 with the differences, and the form filled in on top of what is stored now.

    Fields that I changed keep my text; fields that I left alone take the stored value. `objekt` is the form's
    instance; `raekker` adds what the form's model fields do not tell, and `ramt` is the row that the other saved,
    when it is not the form's own; `tilbage` leads away without saving.
    An htmx request gets the same content in place of the page's.
    """
    seneste = _historik(ramt or objekt).select_related("history_user").order_by("-history_id").first()
    gemt = type(objekt)._base_manager.filter(pk=objekt.pk).first()
    forskelle = [*raekker, *(laeg_ovenpaa(form, objekt, gemt) if gemt is not None else ())]
    skabelon = "faelles/konflikt.html"
    svar = render(
        request,
        f"{skabelon}#konflikt" if request.headers.get("HX-Request") else skabelon,
        {
            "form": form,
            "titel": titel,
            "tilbage": tilbage,
            "raekker": forskelle,
            "slettet": gemt is None,
            "hvem": hvem(seneste.history_user) if seneste else "",
            "hvornaar": seneste.history_date if seneste else None,
            "oevrige": _oevrige(request, form),
        },
        status=409,
    )
    svar.headers["HX-Retarget"] = "#indhold"
    svar.headers["HX-Reswap"] = "innerHTML show:window:top"
    return svar


def laeg_ovenpaa(form: forms.BaseForm, objekt: Sporet, gemt: Sporet) -> list[Konfliktraekke]:
    """Fill the form in on top of what is stored now, and return the fields where I and the stored row differ.

    Fields that I left alone take the stored value; their row says `UROERT`.
    """
    model = type(objekt)
    laest = form.cleaned_data.get("version", objekt.version)
    oprindelig = _historik(objekt).filter(version=laest).exclude(history_type="-").order_by("-history_id").first()
    forskelle = []
    # A copy that can be written in: the bound fields are drawn from it, and a form may have put its own on top.
    form.data = data = cast(QueryDict, form.data).copy()
    data[form.add_prefix("version")] = str(gemt.version)
    for felt in _modelfelter(form, model):
        mit, nu, dengang = _noegler(form, felt, objekt, gemt, oprindelig)
        # Without an original every difference is taken to be mine.
        roert = oprindelig is None or mit != dengang
        if mit != nu:
            mine_ord = _tekst(felt, mit) if roert else UROERT
            navn = str(form[felt.name].label)
            forskelle.append(Konfliktraekke(navn, mine_ord, _tekst(felt, nu), _tekst(felt, dengang)))
        if not roert:
            _overtag(form, data, felt, gemt)
    return forskelle


def _historik(objekt: Sporet) -> models.QuerySet[Any]:
    return get_history_manager_for_model(type(objekt)).filter(id=objekt.pk)


def _modelfelter(form: forms.BaseForm, model: type[Sporet]) -> list[Any]:
    felter = (*model._meta.concrete_fields, *model._meta.many_to_many)
    return [felt for felt in felter if felt.name in form.cleaned_data and felt.name != "version"]


def _noegler(
    form: forms.BaseForm, felt: Any, objekt: Sporet, gemt: Sporet, oprindelig: models.Model | None
) -> tuple[Any, Any, Any]:
    """Return the field as I sent it, as it is stored now, and as it was when I began."""
    mit = (
        frozenset(relateret.pk for relateret in form.cleaned_data[felt.name])
        if felt.many_to_many
        else _vaerdi(felt, objekt)
    )
    return mit, _vaerdi(felt, gemt), None if oprindelig is None else _vaerdi(felt, oprindelig)


def _vaerdi(felt: Any, udgave: Any) -> Any:
    """Return the stored value of a row or of its history; for a relation the keys it holds."""
    if not felt.many_to_many:
        vaerdi = getattr(udgave, felt.attname)
        # A browser sends other line breaks than it was given.
        return vaerdi.replace("\r\n", "\n") if isinstance(vaerdi, str) else vaerdi
    if isinstance(udgave, Sporet):
        return frozenset(getattr(udgave, felt.name).values_list("pk", flat=True))
    return frozenset(getattr(udgave, felt.name).values_list(felt.m2m_reverse_field_name(), flat=True))


def _tekst(felt: Any, noegle: Any) -> str:
    if felt.remote_field is None or noegle is None:
        return laeselig(felt, noegle, {})
    noegler = noegle if isinstance(noegle, frozenset) else [noegle]
    # A foreign key can point at another column than the primary key.
    kolonne = "pk" if felt.many_to_many else felt.target_field.name
    objekter = felt.related_model._base_manager.filter(**{f"{kolonne}__in": noegler})
    return ", ".join(sorted((str(objekt) for objekt in objekter), key=sorteringsnoegle))


def _overtag(form: forms.BaseForm, data: QueryDict, felt: Any, gemt: Sporet) -> None:
    """Put the stored value into the form's data, written as the browser would have sent it."""
    navn = form.add_prefix(felt.name)
    formfelt = form.fields[felt.name]
    vaerdi = formfelt.prepare_value(felt.value_from_object(gemt))
    if isinstance(formfelt.widget, forms.CheckboxInput):
        data.pop(navn, None)
        if vaerdi:
            data[navn] = "on"
    elif isinstance(vaerdi, list | tuple):
        data.setlist(navn, [str(et) for et in vaerdi])
    else:
        skrevet = formfelt.widget.format_value(vaerdi)
        data[navn] = "" if skrevet is None else skrevet[0] if isinstance(skrevet, list) else str(skrevet)


def _oevrige(request: HttpRequest, form: forms.BaseForm) -> list[tuple[str, str]]:
    """Return what was sent besides the form's own fields, such as the name of the button."""
    egne = {form.add_prefix(navn) for navn in form.fields} | {"csrfmiddlewaretoken", form.add_prefix("version")}
    return [(navn, vaerdi) for navn, vaerdier in request.POST.lists() if navn not in egne for vaerdi in vaerdier]
