"""The form pack and the shared components: label, hint, error and summary belong together."""

import html.parser
from collections.abc import Iterator
from typing import Any

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Button, ButtonHolder, Column, Fieldset, Layout, Row, Submit
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

VALG = [("groen", "Grøn"), ("gul", "Gul")]
ENKELTFELTER = ["titel", "epost", "kode", "antal", "tekst", "organ", "kommuner", "dato", "bilag", "laest"]
VALGFELTER = ["grupper", "tilstand"]


class Proeveform(forms.Form):
    helper: FormHelper

    titel = forms.CharField(label="Titel", max_length=100, help_text="Som i aftalen.")
    epost = forms.EmailField(label="E-mail", help_text="Din egen.")
    kode = forms.CharField(label="Adgangskode", widget=forms.PasswordInput, help_text="Mindst 12 tegn.")
    antal = forms.IntegerField(label="Antal", help_text="Hele tal.")
    tekst = forms.CharField(label="Tekst", max_length=200, widget=forms.Textarea, help_text="Skriv kort.")
    organ = forms.ChoiceField(label="Organ", choices=VALG, help_text="Vælg ét.")
    kommuner = forms.MultipleChoiceField(label="Kommuner", choices=VALG, help_text="Vælg flere.")
    dato = forms.DateField(label="Dato", help_text="Skriv som 1.2.2021")
    bilag = forms.FileField(label="Bilag", help_text="PDF.")
    laest = forms.BooleanField(label="Læst", help_text="Hele gruppen.")
    grupper = forms.MultipleChoiceField(
        label="Grupper", choices=VALG, widget=forms.CheckboxSelectMultiple, help_text="Alle, der passer."
    )
    tilstand = forms.ChoiceField(label="Tilstand", choices=VALG, widget=forms.RadioSelect, help_text="Vælg én.")
    note = forms.CharField(label="Note", required=False)
    skjult = forms.CharField(widget=forms.HiddenInput, required=False)


class Elementer(html.parser.HTMLParser):
    """Every element of a piece of HTML as (tag, attributes); enough to follow ids."""

    def __init__(self, kilde: str) -> None:
        super().__init__()
        self.alle: list[tuple[str, dict[str, str | None]]] = []
        self.feed(kilde)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.alle.append((tag, dict(attrs)))

    def med(self, **krav: str) -> Iterator[tuple[str, dict[str, str | None]]]:
        for tag, attributter in self.alle:
            if all(attributter.get(navn.rstrip("_")) == vaerdi for navn, vaerdi in krav.items()):
                yield tag, attributter

    def den(self, **krav: str) -> dict[str, str | None]:
        ((_, attributter),) = self.med(**krav)
        return attributter


def tegn(skabelon: str, **kontekst: Any) -> str:
    return Template("{% load crispy_forms_tags %}" + skabelon).render(Context(kontekst))


@pytest.mark.parametrize("navn", ENKELTFELTER)
def test_field_links_label_hint_and_error(navn):
    elementer = Elementer(tegn("{{ form|crispy }}", form=Proeveform({})))

    felt = elementer.den(id=f"id_{navn}")
    assert felt["aria-invalid"] == "true"
    assert (felt["aria-describedby"] or "").split()[:2] == [f"id_{navn}_helptext", f"id_{navn}_error"]
    assert elementer.den(for_=f"id_{navn}")
    assert elementer.den(id=f"id_{navn}_helptext")["class"] == "form-hint"
    assert elementer.den(id=f"id_{navn}_error")["class"] == "form-error-message"
    assert "form-error" in (elementer.den(id=f"div_id_{navn}")["class"] or "").split()


@pytest.mark.parametrize("navn", VALGFELTER)
def test_list_of_choices_is_one_described_group(navn):
    kilde = tegn("{{ form|crispy }}", form=Proeveform({}))
    elementer = Elementer(kilde)

    beskrivelse = f"id_{navn}_helptext id_{navn}_error"
    assert [tag for tag, _ in elementer.med(**{"aria-describedby": beskrivelse})] == ["fieldset"]
    assert [tag for tag, _ in elementer.med(name=navn)] == ["input", "input"]
    assert elementer.den(for_=f"id_{navn}_0")
    assert f'<legend class="form-label">{Proeveform.base_fields[navn].label}' in kilde


def test_error_summary_links_every_faulty_field_and_nothing_else():
    elementer = Elementer(tegn("{{ form|crispy }}", form=Proeveform({})))

    oversigt = elementer.den(**{"data-module": "error-summary"})
    assert (oversigt["role"], oversigt["tabindex"]) == ("alert", "-1")
    links = [attributter["href"] for tag, attributter in elementer.alle if tag == "a"]
    assert links == [f"#id_{navn}" for navn in ENKELTFELTER] + [f"#id_{navn}_0" for navn in VALGFELTER]
    assert all(list(elementer.med(id=str(link)[1:])) for link in links)


def test_error_summary_uses_the_words_at_the_field():
    class Form(forms.Form):
        titel = forms.CharField(label="Titel", error_messages={"required": "Skriv en titel."})

    kilde = tegn("{{ form|crispy }}", form=Form({}))

    assert ">Titel: Skriv en titel.</a>" in kilde
    assert '<span class="sr-only">Fejl: </span>Skriv en titel.</span>' in kilde


def test_error_of_a_hidden_field_is_read_in_the_summary():
    form = Proeveform({})
    form.add_error("skjult", "Hent siden igen.")

    assert '<p class="alert-text">Hent siden igen.</p>' in tegn("{{ form|crispy }}", form=form)


def test_untouched_form_has_no_errors():
    kilde = tegn("{{ form|crispy }}", form=Proeveform())

    assert "error-summary" not in kilde
    assert "form-error" not in kilde
    assert "aria-invalid" not in kilde


def test_only_optional_fields_are_marked():
    assert tegn("{{ form.note|as_crispy_field }}", form=Proeveform()).count("(frivilligt)") == 1
    assert "(frivilligt)" not in tegn("{{ form.titel|as_crispy_field }}", form=Proeveform())


def test_search_forms_mark_nothing():
    form = Proeveform()
    form.helper = FormHelper(form)
    form.helper.form_method = "get"

    assert "(frivilligt)" not in tegn("{% crispy form %}", form=form)


def test_long_text_counts_characters():
    elementer = Elementer(tegn("{{ form.tekst|as_crispy_field }}", form=Proeveform()))

    gruppe = elementer.den(id="div_id_tekst")
    assert (gruppe["class"], gruppe["data-maxlength"]) == ("form-group form-limit", "200")
    assert elementer.den(id="id_tekst")["aria-describedby"] == "id_tekst_helptext id_tekst_graense"
    assert elementer.den(id="id_tekst_graense")


def test_hidden_field_is_bare():
    assert tegn("{{ form.skjult|as_crispy_field }}", form=Proeveform()).strip() == (
        '<input type="hidden" name="skjult" id="id_skjult">'
    )


def test_chosen_values_stay_chosen():
    elementer = Elementer(tegn("{{ form|crispy }}", form=Proeveform({"grupper": ["gul"], "tilstand": "groen"})))

    valgte = [attributter["id"] for _, attributter in elementer.alle if "checked" in attributter]
    assert valgte == ["id_grupper_1", "id_tilstand_0"]


def layoutform() -> Proeveform:
    form = Proeveform()
    form.helper = FormHelper()
    form.helper.form_tag = False
    form.helper.disable_csrf = True
    form.helper.layout = Layout(
        Fieldset("Om indsatsen", Row(Column("titel"), Column("dato"))),
        ButtonHolder(Submit("gem", "Gem indsats"), Button("fortryd", "Fortryd", css_class="button-tertiary")),
    )
    return form


def test_layout_objects_come_out_in_order():
    kilde = tegn("{% crispy form %}", form=layoutform())

    dele = ["form-feltgruppe", "Om indsatsen</legend>", "form-raekke", "form-kolonne", "id_titel", "id_dato", "knapper"]
    assert [del_ for del_ in dele if del_ not in kilde] == []
    assert sorted(dele, key=kilde.index) == dele
    assert "<form" not in kilde


def test_buttons_are_dkfds_buttons():
    elementer = Elementer(tegn("{% crispy form %}", form=layoutform()))

    gem, fortryd = (attributter for tag, attributter in elementer.alle if tag == "button")
    assert (gem["type"], (gem["class"] or "").split()) == ("submit", ["button", "button-primary"])
    assert (fortryd["type"], (fortryd["class"] or "").split()) == ("button", ["button", "button-tertiary"])


@pytest.mark.parametrize(
    ("slags", "ikon"), [("info", "info"), ("success", "check"), ("warning", "warning"), ("error", "error")]
)
def test_badge_says_status_with_text_and_icon(slags, ikon):
    kilde = render_to_string("komponenter/badge.html", {"slags": slags, "tekst": "Afviger"})

    assert "Afviger</span>" in kilde
    assert f"#{ikon}" in kilde
    assert 'aria-hidden="true"' in kilde


def test_progress_without_a_known_total_is_indeterminate():
    ukendt = Elementer(render_to_string("komponenter/fremdrift.html", {"id": "r", "tekst": "Venter"}))
    kendt = Elementer(
        render_to_string("komponenter/fremdrift.html", {"id": "r", "tekst": "Danner", "naaet": 0, "ialt": 8})
    )

    assert [attributter for tag, attributter in ukendt.alle if tag == "progress"] == [{"aria-labelledby": "r-tekst"}]
    ((_, bjaelke),) = ((tag, attributter) for tag, attributter in kendt.alle if tag == "progress")
    assert bjaelke == {"aria-labelledby": "r-tekst", "value": "0", "max": "8"}
