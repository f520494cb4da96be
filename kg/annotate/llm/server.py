"""Asking a server for one completion: streaming, retries, what servers do not support, errors made ours."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from typing import TypeVar

import tenacity

from kg.annotate.llm.answer import JsonValue
from kg.annotate.llm.usage import Budget, Tokens
from kg.annotate.options import LlmOptions
from kg.errors import AnnotatorError, MissingExtra
from kg.i18n import _

try:
    import openai
    from openai.types.chat import ChatCompletionChunk
except ImportError as missing:
    raise MissingExtra(_("the client of language models is not installed"), do="pip install 'kg[llm]'") from missing

_T = TypeVar("_T")
_BROKEN = 3  # attempts at an answer that arrives broken


class AnswerError(AnnotatorError):
    """One question got no answer that can be used; the next may."""


class TruncatedError(AnswerError):
    """The answer was longer than it may be."""


class _BrokenError(AnswerError):
    """The stream ended early, or held nothing that `accept` takes; worth another attempt."""


class Completion:
    """Text as it arrives, and what it cost."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.finish = ""
        self.tokens: Tokens | None = None

    @property
    def text(self) -> str:
        """What has arrived so far."""
        return "".join(self.parts)

    def add(self, chunk: ChatCompletionChunk) -> None:
        """Take in one event of the stream."""
        if chunk.usage:
            self.tokens = Tokens(prompt=chunk.usage.prompt_tokens, answer=chunk.usage.completion_tokens)
        for choice in chunk.choices:
            self.parts.append(choice.delta.content or "")
            self.finish = choice.finish_reason or self.finish


class Server:
    """A server that speaks the OpenAI protocol, asked with one model.

    Args:
        options: where it is and how often and how long it is asked.
        schema: the JSON schema of an answer; servers that take none are asked for JSON, then for text.
        budget: charged for every request.
    """

    def __init__(self, options: LlmOptions, schema: dict[str, JsonValue], budget: Budget) -> None:
        self._options = options
        self._budget = budget
        self._forms = _forms(schema, options.answer_tokens)
        self._form = 0  # the first form that this server has not refused
        try:
            self._client = openai.OpenAI(
                base_url=options.url or None,
                api_key=options.key or ("none" if options.url else None),
                timeout=options.timeout,
                max_retries=options.retries,
            )
        except openai.OpenAIError as error:
            raise AnnotatorError(str(error), do=_("set OPENAI_API_KEY, or name a server with --llm-url")) from error
        self._where = str(self._client.base_url)
        self.stopped = threading.Event()  # set when nobody waits for answers any more: they end at their next words

    def ask(self, instructions: str, question: str, accept: Callable[[str], _T]) -> tuple[str, _T]:
        """Ask until an answer is whole and `accept` takes it; return both.

        Raises:
            AnswerError: this question got no usable answer.
            BudgetError: the answer might cost more than is left.
            AnnotatorError: the server cannot be used at all.
        """
        for attempt in tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_BrokenError),
            stop=tenacity.stop_after_attempt(_BROKEN),
            wait=tenacity.wait_random_exponential(multiplier=0.1, max=5),
            reraise=True,
        ):
            with attempt:
                text = self._complete(instructions, question)
                try:
                    return text, accept(text)
                except ValueError as error:
                    raise _BrokenError(str(error)) from error
        raise AssertionError("unreachable: the last attempt returns or raises")

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _complete(self, instructions: str, question: str) -> str:
        guess = len(instructions) + len(question)  # at most one token a character, near enough for Chinese
        with self._budget.reserve(guess + self._options.answer_tokens):
            completion = Completion()
            try:
                self._stream(completion, instructions, question)
            finally:
                if completion.tokens or completion.parts:
                    self._budget.spend(completion.tokens or Tokens(prompt=guess, answer=len(completion.text)))
        if completion.finish == "length":
            raise TruncatedError(_("the answer is longer than {n} tokens").format(n=self._options.answer_tokens))
        if not completion.finish:
            raise _BrokenError(_("the answer broke off"))
        return completion.text

    def _stream(self, completion: Completion, instructions: str, question: str) -> None:
        for form in range(self._form, len(self._forms)):
            try:
                for chunk in self._open(form, instructions, question):
                    if self.stopped.is_set():
                        raise AnswerError(_("interrupted"), where=self._where)
                    completion.add(chunk)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if form + 1 == len(self._forms):
                    raise AnswerError(_("the server refuses the request: {e}").format(e=error.message)) from error
            except (openai.APIError, json.JSONDecodeError, UnicodeDecodeError) as error:
                raise self._translated(error, started=bool(completion.parts)) from error
            else:
                self._form = form
                return

    def _open(self, form: int, instructions: str, question: str) -> Iterable[ChatCompletionChunk]:
        return self._client.chat.completions.create(
            model=self._options.model,
            messages=[{"role": "system", "content": instructions}, {"role": "user", "content": question}],
            stream=True,
            stream_options={"include_usage": True},
            extra_body=self._forms[form],
        )

    def _translated(self, error: Exception, *, started: bool) -> AnnotatorError:
        if isinstance(error, openai.APITimeoutError):
            what = _("no sign of life for {n:g} seconds").format(n=self._options.timeout)
            return AnswerError(what, where=self._where, do=_("raise --llm-timeout"))
        if isinstance(error, openai.APIStatusError):
            return self._refused(error)
        if isinstance(error, openai.APIConnectionError) and not started:
            what = _("the server does not answer")
            return AnnotatorError(what, where=self._where, do=_("start it, or set --llm-url"))
        return _BrokenError(_("the answer broke off: {error}").format(error=error), where=self._where)

    def _refused(self, error: openai.APIStatusError) -> AnnotatorError:
        if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
            return AnnotatorError(_("the server refuses the key"), where=self._where, do=_("set OPENAI_API_KEY"))
        if isinstance(error, openai.NotFoundError):
            what = _("the server has no model {model}").format(model=self._options.model)
            return AnnotatorError(what, where=self._where, do=_("see its list of models, then set --llm-model"))
        if isinstance(error, openai.RateLimitError):
            what = _("the server's limit is reached: {error}").format(error=error.message)
            return AnnotatorError(what, where=self._where, do=_("wait and run again; what was answered is kept"))
        return AnswerError(_("the server failed: {error}").format(error=error.message), where=self._where)


def _forms(schema: dict[str, JsonValue], limit: int) -> tuple[dict[str, JsonValue], ...]:
    """What is asked beside the messages, from the strictest to what every server takes."""
    strict: dict[str, JsonValue] = {
        "type": "json_schema",
        "json_schema": {"name": "frames", "strict": True, "schema": schema},
    }
    return (
        {"response_format": strict, "temperature": 0, "max_tokens": limit},
        {"response_format": strict, "max_completion_tokens": limit},
        {"response_format": {"type": "json_object"}, "temperature": 0, "max_tokens": limit},
        {"max_tokens": limit},
    )
