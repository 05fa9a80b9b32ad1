import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from indsatser.models import Indsats
from indsatser.tests.factories import IndsatsFactory, RisikogruppeFactory
from organisering.tests.factories import BrugerFactory
from sundhedsaftale.faelles.fejl import Versionskonflikt
from sundhedsaftale.faelles.formular import PortalModelForm
from sundhedsaftale.faelles.konflikt import Konfliktraekke, vis_konflikt

pytestmark = pytest.mark.django_db


class IndsatsForm(PortalModelForm[Indsats]):
    class Meta:
        model = Indsats
        fields = ("titel", "beskrivelse", "fase", "risikogrupper")


class Optagelse:
    """What the page was drawn from, and the page."""

    def __init__(self, svar: HttpResponse, form: IndsatsForm) -> None:
        self.svar = svar
        self.html = svar.content.decode()
        self.form = form

    def send_igen(self, indsats: Indsats) -> IndsatsForm:
        """Post the form of the page as it stands."""
        return IndsatsForm(self.form.data, instance=Indsats.objects.get(pk=indsats.pk))


def anden_gemmer(indsats: Indsats, **felter: object) -> None:
    anden = Indsats.objects.get(pk=indsats.pk)
    for navn, vaerdi in felter.items():
        setattr(anden, navn, vaerdi)
    anden._history_user = BrugerFactory.create(navn="Opdigtet Kollega")
    anden.save()


def gem_for_sent(
    indsats: Indsats, *raekker: Konfliktraekke, headers: dict[str, str] | None = None, **data: str
) -> Optagelse:
    """Post a form that was read at version 1, after someone else has saved."""
    felter = {"titel": indsats.titel, "beskrivelse": indsats.beskrivelse, "fase": indsats.fase, "version": "1"} | data
    request = RequestFactory().post("/poster/7/rediger/?fane=2", felter, headers=headers)
    request.user = AnonymousUser()
    form = IndsatsForm(request.POST, instance=Indsats.objects.get(pk=indsats.pk))
    assert form.is_valid(), form.errors
    with pytest.raises(Versionskonflikt):
        form.save()
    svar = vis_konflikt(
        request, form=form, objekt=form.instance, titel="Prøveindsatsen", tilbage="/organer/", raekker=raekker
    )
    return Optagelse(svar, form)


def test_mine_theirs_and_the_original_stand_beside_each_other():
    indsats = IndsatsFactory.create(titel="Oprindelig titel")
    anden_gemmer(indsats, titel="Kollegaens titel")

    side = gem_for_sent(indsats, titel="Min titel")

    assert side.svar.status_code == 409
    for tekst in ("Min titel", "Kollegaens titel", "Oprindelig titel", "Opdigtet Kollega"):
        assert tekst in side.html


def test_the_form_of_the_page_saves_mine_on_top_of_what_is_stored_now():
    indsats = IndsatsFactory.create(titel="Oprindelig titel")
    anden_gemmer(indsats, titel="Kollegaens titel")

    form = gem_for_sent(indsats, titel="Min titel").send_igen(indsats)

    assert form.is_valid(), form.errors
    assert (form.save().version, Indsats.objects.get().titel) == (3, "Min titel")


def test_a_field_i_left_alone_keeps_what_the_other_wrote():
    indsats = IndsatsFactory.create(titel="Titel", beskrivelse="Gammel", fase=Indsats.Fase.AFVENTER)
    gruppe = RisikogruppeFactory.create(navn="Ældre")
    anden_gemmer(indsats, beskrivelse="Kollegaens\nlange tekst", fase=Indsats.Fase.I_DRIFT)
    Indsats.objects.get().gem_med(risikogrupper=[gruppe])

    form = gem_for_sent(indsats, titel="Min titel").send_igen(indsats)

    assert form.is_valid(), form.errors
    gemt = form.save()
    assert (gemt.titel, gemt.beskrivelse, gemt.fase) == ("Min titel", "Kollegaens\nlange tekst", Indsats.Fase.I_DRIFT)
    assert list(gemt.risikogrupper.all()) == [gruppe]


def test_only_what_differs_is_compared():
    indsats = IndsatsFactory.create(beskrivelse="Ens for os alle")
    anden_gemmer(indsats, titel="Kollegaens titel", fase=Indsats.Fase.I_DRIFT)

    side = gem_for_sent(indsats, titel="Min titel")

    assert re.findall(r'<th scope="row">(.*?)</th>', side.html) == ["Titel", "Fase"]
    assert side.html.count("(du har ikke rettet her)") == 1


def test_line_breaks_of_the_browser_are_not_my_change():
    indsats = IndsatsFactory.create(beskrivelse="En\nto")
    anden_gemmer(indsats, beskrivelse="En\nto\ntre")

    form = gem_for_sent(indsats, beskrivelse="En\r\nto").send_igen(indsats)

    assert form["beskrivelse"].value() == "En\nto\ntre"


def test_relations_i_changed_are_kept_and_shown():
    indsats = IndsatsFactory.create()
    mine, deres = RisikogruppeFactory.create(navn="Min gruppe"), RisikogruppeFactory.create(navn="Deres gruppe")
    Indsats.objects.get().gem_med(risikogrupper=[deres])

    side = gem_for_sent(indsats, risikogrupper=str(mine.pk))

    assert "Min gruppe" in side.html
    assert "Deres gruppe" in side.html
    form = side.send_igen(indsats)
    assert form.is_valid()
    assert list(form.save().risikogrupper.all()) == [mine]


def test_everything_is_escaped():
    indsats = IndsatsFactory.create()
    anden_gemmer(indsats, titel="<script>deres</script>")

    side = gem_for_sent(indsats, titel="<script>mit</script>", knap='"><script>knap</script>')

    assert "<script>deres" not in side.html
    assert "<script>mit" not in side.html
    assert "<script>knap" not in side.html


def test_what_was_sent_beside_the_form_is_sent_again():
    indsats = IndsatsFactory.create()
    anden_gemmer(indsats, titel="Kollegaens")

    side = gem_for_sent(indsats, titel="Min", knap="gem-og-naeste")

    assert '<input type="hidden" name="knap" value="gem-og-naeste">' in side.html
    assert 'action="/poster/7/rediger/?fane=2"' in side.html


def test_the_caller_may_add_rows_of_its_own():
    indsats = IndsatsFactory.create()
    anden_gemmer(indsats, titel="Kollegaens")

    side = gem_for_sent(indsats, Konfliktraekke("2021", "X", "", "X"), titel="Min")

    assert '<th scope="row">2021</th>' in side.html


def test_a_row_that_was_deleted_shows_my_text_and_no_way_to_save():
    indsats = IndsatsFactory.create()
    anden_gemmer(indsats, titel="Kollegaens")
    request = RequestFactory().post("/", {"titel": "Min titel", "fase": indsats.fase, "version": "2"})
    request.user = AnonymousUser()
    form = IndsatsForm(request.POST, instance=Indsats.objects.get())
    assert form.is_valid()
    Indsats.objects.get().delete()

    html = vis_konflikt(request, form=form, objekt=form.instance, titel="Indsats", tilbage="/").content.decode()

    assert "har slettet" in html
    assert "Min titel" in html
    assert "Gem min tekst" not in html


def test_htmx_gets_the_same_content_in_place_of_the_page():
    indsats = IndsatsFactory.create()
    anden_gemmer(indsats, titel="Kollegaens")

    side = gem_for_sent(indsats, titel="Min", headers={"HX-Request": "true"})

    assert side.svar.headers["HX-Retarget"] == "#indhold"
    assert "<html" not in side.html
    assert "Kollegaens" in side.html
