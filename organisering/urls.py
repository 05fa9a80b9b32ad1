from django.urls import URLPattern

app_name = "organisering"
urlpatterns: list[URLPattern] = []
