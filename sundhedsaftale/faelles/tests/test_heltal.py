"""Numbers beyond what a column holds, in addresses, forms and lookups."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Permission
from django.forms import ModelMultipleChoiceField
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.urls.converters import IntConverter
from django.urls.exceptions import Resolver404

from sundhedsaftale.faelles.formular import PortalForm
from sundhedsaftale.faelles.heltal import HOEJST

FOR_STORE = [HOEJST + 1, 10**30]


class Valg(PortalForm):
    rettigheder = ModelMultipleChoiceField(Permission.objects.all())


def moenstre(resolver: URLResolver) -> Iterator[URLPattern]:
    for led in resolver.url_patterns:
        if isinstance(led, URLResolver):
            yield from moenstre(led)
        else:
            yield led


def test_no_address_of_the_portal_takes_a_number_without_a_bound():
    ubundne = [
        str(moenster.pattern)
        for moenster in moenstre(get_resolver())
        if any(type(en) is IntConverter for en in moenster.pattern.converters.values())
    ]

    assert ubundne == []


@pytest.mark.parametrize("tal", FOR_STORE)
def test_an_address_with_a_number_that_no_column_holds_does_not_exist(tal):
    adresse = reverse("indsatser:indsats-detail", args=[HOEJST])

    assert resolve(adresse).kwargs == {"pk": HOEJST}
    with pytest.raises(Resolver404):
        resolve(adresse.replace(str(HOEJST), str(tal)))


@pytest.mark.django_db
@pytest.mark.parametrize("tal", FOR_STORE)
def test_a_choice_that_no_column_holds_is_not_on_the_list(tal):
    kendt = Permission.objects.all()[0]

    assert Valg({"rettigheder": [str(kendt.pk), str(tal)]}).errors == {
        "rettigheder": ["Vælg en af mulighederne på listen."]
    }
    assert list(Permission.objects.filter(pk__in=[kendt.pk, tal, -tal])) == [kendt]
    assert list(Permission.objects.filter(pk__in=[tal])) == []
