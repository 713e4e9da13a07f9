"""The API's documentation: our own page over the OpenAPI document, so that it runs no foreign script."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

MOST_VALUES = 12


@login_not_required
@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    context = {"operations": operations(), "site_url": settings.SITE_URL}
    return render(request, "api/docs.html", context)


@login_not_required
def unknown(request: HttpRequest) -> JsonResponse:
    """Machines get JSON even when they ask for what does not exist."""
    return JsonResponse({"detail": _("Cette adresse n’existe pas.")}, status=404)


def operations() -> list[dict]:
    """Each address of the document, with what it takes and what it answers."""
    document = SchemaGenerator().get_schema(request=None, public=True)
    schemas = document["components"]["schemas"]
    return [
        {
            "id": operation["operationId"],
            "method": method.upper(),
            "path": path,
            "summary": operation.get("summary", ""),
            "description": operation.get("description", ""),
            "parameters": [parameter(p) for p in operation.get("parameters", ())],
            "fields": fields(operation, schemas),
            "statuses": sorted(operation["responses"]),
        }
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def parameter(described: dict) -> dict:
    schema = described["schema"]
    values = [str(v) for v in (schema.get("items") or schema).get("enum", ())]
    return {
        "name": described["name"],
        "description": described.get("description", "").split("\n\n* ")[0],
        "several": schema.get("type") == "array",
        "values": values[:MOST_VALUES],
        "more": max(0, len(values) - MOST_VALUES),
    }


def fields(operation: dict, schemas: dict) -> list[dict]:
    """What one practice of the answer holds."""
    content = operation["responses"].get("200", {}).get("content", {})
    schema = resolved(next(iter(content.values()))["schema"], schemas)
    if "results" in schema.get("properties", {}):
        schema = resolved(schema["properties"]["results"]["items"], schemas)
    return [
        {"name": name, "type": type_of(described), "description": described.get("description", "")}
        for name, described in schema.get("properties", {}).items()
    ]


def resolved(schema: dict, schemas: dict) -> dict:
    return schemas[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema


def type_of(described: dict) -> str:
    return described.get("type") or "object"
