"""Static files under names that carry their content; our ES modules find one another under theirs."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

OUR_MODULES = (
    "js/*.js",  # not those of packages, whose imports are for their own builders
    CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1],
)


class StaticStorage(CompressedManifestStaticFilesStorage):
    patterns = (*CompressedManifestStaticFilesStorage.patterns, OUR_MODULES)
