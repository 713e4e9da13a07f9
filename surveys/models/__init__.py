from surveys.models.response import CodedResponse, Respondent, Response
from surveys.models.survey import Mode, State, Survey, SurveyEntry

__all__ = ["CodedResponse", "Mode", "Respondent", "Response", "State", "Survey", "SurveyEntry"]
