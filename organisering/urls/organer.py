from django.urls import path

from organisering.views.grunddata import grunddata, grunddata_create, grunddata_delete, grunddata_update
from organisering.views.organ import organ_create, organ_detail, organ_figur, organ_list, organ_update
from organisering.views.organomraade import omraade_create, omraade_update

urlpatterns = [
    path("organer/", organ_list, name="organ-list"),
    path("organer/stige.svg", organ_figur, name="organ-figur"),
    path("organer/ny/", organ_create, name="organ-create"),
    path("organer/<slug:slug>/", organ_detail, name="organ-detail"),
    path("organer/<slug:slug>/rediger/", organ_update, name="organ-update"),
    path("organer/<slug:slug>/omraade/ny/", omraade_create, name="omraade-create"),
    path("organer/<slug:slug>/omraade/<heltal:pk>/", omraade_update, name="omraade-update"),
    path("grunddata/", grunddata, name="grunddata"),
    path("grunddata/<slug:slags>/ny/", grunddata_create, name="grunddata-create"),
    path("grunddata/<slug:slags>/<heltal:pk>/", grunddata_update, name="grunddata-update"),
    path("grunddata/<slug:slags>/<heltal:pk>/slet/", grunddata_delete, name="grunddata-delete"),
]
