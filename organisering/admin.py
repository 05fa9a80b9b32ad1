"""What a system administrator keeps by hand: logins, memberships, and the kinds of bodies and roles there are."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group

from organisering.models import (
    Aftale,
    Aftalepart,
    Aftaletype,
    Bruger,
    Medlemskab,
    Organ,
    Organisation,
    Organomraade,
    Organtype,
    Person,
    Rolle,
)
from sundhedsaftale.faelles.admin import SporetAdmin

admin.site.site_header = "Sundhedsaftaleportalen: systemadministration"
admin.site.unregister(Group)
admin.site.register(
    [Aftale, Aftalepart, Aftaletype, Organ, Organisation, Organomraade, Organtype, Person, Rolle], SporetAdmin
)


@admin.register(Medlemskab)
class MedlemskabAdmin(SporetAdmin):
    list_display = ["person", "rolle", "organ", "fra", "til"]
    list_filter = ["organ"]


@admin.register(Bruger)
class BrugerAdmin(UserAdmin):
    """Rights follow memberships; the only right given here is that of a system administrator."""

    ordering = ["navn"]
    list_display = ["email", "navn", "person", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["email", "navn"]
    filter_horizontal = []
    readonly_fields = ["last_login", "oprettet"]
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        ("Person", {"fields": ["navn", "person"]}),
        ("Adgang", {"fields": ["is_active", "is_staff", "is_superuser", "last_login", "oprettet"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "navn", "person", "password1", "password2"]})]
