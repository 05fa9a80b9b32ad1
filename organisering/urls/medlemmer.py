from django.urls import path

from organisering.views.eftersyn import eftersyn
from organisering.views.medlemskab import medlemskab_afslut, medlemskab_create, medlemskab_list, medlemskab_update
from organisering.views.person import person_detail, person_laeg_sammen, person_list, person_update

urlpatterns = [
    path("organer/<slug:slug>/medlemmer/", medlemskab_list, name="medlemskab-list"),
    path("organer/<slug:slug>/medlemmer/nyt/", medlemskab_create, name="medlemskab-create"),
    path("organer/<slug:slug>/medlemmer/<heltal:pk>/rediger/", medlemskab_update, name="medlemskab-update"),
    path("organer/<slug:slug>/medlemmer/<heltal:pk>/afslut/", medlemskab_afslut, name="medlemskab-afslut"),
    path("personer/", person_list, name="person-list"),
    path("personer/<heltal:pk>/", person_detail, name="person-detail"),
    path("personer/<heltal:pk>/rediger/", person_update, name="person-update"),
    path("personer/<heltal:pk>/laeg-sammen/", person_laeg_sammen, name="person-laeg-sammen"),
    path("eftersyn/", eftersyn, name="eftersyn"),
]
