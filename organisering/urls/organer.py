from django.urls import path

from organisering.views.organ import organ_detail, organ_list

urlpatterns = [
    path("organer/", organ_list, name="organ-list"),
    path("organer/<slug:slug>/", organ_detail, name="organ-detail"),
]
