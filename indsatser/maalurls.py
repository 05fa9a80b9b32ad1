"""The addresses of targets, measurements and categories."""

from django.urls import path

from indsatser.views.maaling import maaling_create, maaling_delete, maaling_update
from indsatser.views.maalingsark import maalingsark, maalingsskabelon
from indsatser.views.maalkategori import (
    maalkategori_create,
    maalkategori_detail,
    maalkategori_list,
    maalkategori_update,
)
from indsatser.views.maalsaetning import maalsaetning_create, maalsaetning_update
from indsatser.views.maaltal import maaltal_create, maaltal_detail, maaltal_list, maaltal_revider, maaltal_update

urlpatterns = [
    path("aftaler/<slug:slug>/maal/", maaltal_list, name="maaltal-list"),
    path("aftaler/<slug:slug>/maal/ny/", maalsaetning_create, name="maalsaetning-create"),
    path("aftaler/<slug:slug>/maal/maalinger/", maalingsark, name="maalingsark"),
    path("aftaler/<slug:slug>/maal/maalinger.<str:endelse>", maalingsskabelon, name="maalingsskabelon"),
    path("maalsaetninger/<heltal:pk>/rediger/", maalsaetning_update, name="maalsaetning-update"),
    path("maalsaetninger/<heltal:pk>/maaltal/ny/", maaltal_create, name="maaltal-create"),
    path("maaltal/<heltal:pk>/", maaltal_detail, name="maaltal-detail"),
    path("maaltal/<heltal:pk>/rediger/", maaltal_update, name="maaltal-update"),
    path("maaltal/<heltal:pk>/revider/", maaltal_revider, name="maaltal-revider"),
    path("maaltal/<heltal:pk>/maalinger/ny/", maaling_create, name="maaling-create"),
    path("maalinger/<heltal:pk>/rediger/", maaling_update, name="maaling-update"),
    path("maalinger/<heltal:pk>/slet/", maaling_delete, name="maaling-delete"),
    path("maalkategorier/", maalkategori_list, name="maalkategori-list"),
    path("maalkategorier/ny/", maalkategori_create, name="maalkategori-create"),
    path("maalkategorier/<heltal:pk>/", maalkategori_detail, name="maalkategori-detail"),
    path("maalkategorier/<heltal:pk>/rediger/", maalkategori_update, name="maalkategori-update"),
]
