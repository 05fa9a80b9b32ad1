import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.http import QueryDict
from django.template import Context, Template

from indsatser.models import Indsats
from indsatser.tests.factories import IndsatsFactory, RisikogruppeFactory
from sundhedsaftale.faelles.fejl import Versionskonflikt
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm

pytestmark = pytest.mark.django_db

CPR = "010203" + "-" + "0000"
LIGNER = CPR.replace("-", "")


class IndsatsForm(PortalModelForm[Indsats]):
    class Meta:
        model = Indsats
        fields = ("titel", "intern_note", "risikogrupper")


class Bemaerkning(PortalForm):
    tekst = forms.CharField(label="Bemærkning")


def tegn(form: forms.BaseForm) -> str:
    return Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))


def sendt(indsats: Indsats, **felter: str) -> IndsatsForm:
    return IndsatsForm({"titel": indsats.titel, "version": indsats.version} | felter, instance=indsats)


def test_a_number_is_stopped_at_the_field_and_cannot_be_confirmed():
    form = Bemaerkning({"tekst": f"Borger {CPR}", "cpr_bekraeftet": "on"})

    assert form.errors == {"tekst": ["Teksten indeholder et CPR-nummer (ved tegn 8). Fjern nummeret, før du gemmer."]}
    assert "cpr_bekraeftet" not in form.fields


def test_ten_digits_are_asked_about_once_and_pass_when_confirmed():
    spurgt = Bemaerkning({"tekst": f"Sag {LIGNER}"})
    bekraeftet = Bemaerkning({"tekst": f"Sag {LIGNER}", "cpr_bekraeftet": "on"})

    assert "ligner et CPR-nummer (ved tegn 5)" in spurgt.errors["tekst"][0]
    assert LIGNER not in str(spurgt.errors)
    assert 'name="cpr_bekraeftet"' in tegn(spurgt)
    assert bekraeftet.is_valid()


def test_a_form_without_hits_has_no_confirmation():
    form = Bemaerkning({"tekst": "Ingen numre"})

    assert form.is_valid()
    assert "cpr_bekraeftet" not in tegn(form)


def test_the_confirmation_is_shown_also_in_a_layout_that_does_not_know_it():
    form = Bemaerkning({"tekst": LIGNER})
    form.helper = FormHelper(form)
    form.helper.form_tag = False

    assert not form.is_valid()
    assert 'name="cpr_bekraeftet"' in tegn(form)


def test_a_model_form_tells_of_a_number_once():
    form = sendt(IndsatsFactory.create(), intern_note=CPR)

    assert len(form.errors["intern_note"]) == 1


def test_the_version_the_reader_saw_travels_with_the_form():
    indsats = IndsatsFactory.create()
    indsats.save()

    assert '<input type="hidden" name="version" value="2"' in tegn(IndsatsForm(instance=indsats))


def test_the_version_travels_also_in_a_layout_that_does_not_name_it():
    form = IndsatsForm(instance=IndsatsFactory.create())
    form.helper.layout = Layout("titel")

    assert tegn(form).count('name="version"') == 1


def test_a_new_row_has_no_version_to_send():
    assert "version" not in IndsatsForm().fields


def test_the_form_saves_on_top_of_the_version_the_reader_saw():
    indsats = IndsatsFactory.create()
    Indsats.objects.get().save()
    nu = Indsats.objects.get()
    form = IndsatsForm({"titel": "Min", "version": "1"}, instance=nu)

    assert form.is_valid()
    with pytest.raises(Versionskonflikt):
        form.save()
    assert Indsats.objects.get().titel == indsats.titel


@pytest.mark.parametrize("version", ["", "x"])
def test_a_form_without_its_version_is_refused(version):
    form = IndsatsForm({"titel": "Min", "version": version}, instance=IndsatsFactory.create())

    assert form.errors["version"] == ["Siden mangler oplysning om, hvilken udgave du rettede i. Hent siden igen."]


def test_saving_row_and_relations_is_one_act():
    indsats = IndsatsFactory.create()
    gruppe = RisikogruppeFactory.create()
    data = QueryDict(f"titel=Ny&version=1&risikogrupper={gruppe.pk}")
    form = IndsatsForm(data, instance=indsats)

    assert form.is_valid(), form.errors
    assert form.save().version == 2
    assert list(indsats.risikogrupper.all()) == [gruppe]
    assert indsats.historik.count() == 2


def test_an_invalid_form_cannot_be_saved():
    with pytest.raises(ValueError, match="could not be changed"):
        sendt(IndsatsFactory.create(), titel="").save()


class _Bestilling(PortalForm):
    rapport = forms.ChoiceField(label="Rapport", choices=[("a", "A")])
    aar = forms.IntegerField(label="År")
    note = forms.CharField(label="Note", error_messages={"required": "Skriv en note til mødet."})


def test_an_empty_field_says_what_to_do():
    assert {navn: list(fejl) for navn, fejl in _Bestilling({}).errors.items()} == {
        "rapport": ["Vælg rapport."],
        "aar": ["Skriv år."],
        "note": ["Skriv en note til mødet."],
    }
