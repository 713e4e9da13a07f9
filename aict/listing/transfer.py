from aict.ui.transfer import csv_lines, csv_response

__all__ = ["csv_lines", "csv_response"]
