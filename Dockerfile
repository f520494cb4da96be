# Two stages: what builds stays behind, so that the image has no compiler and no package cache.
FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/kg
COPY pyproject.toml README.md LICENSE ./
COPY cypher ./cypher
COPY kg ./kg
RUN /opt/kg/bin/pip install --no-cache-dir --no-compile . \
    && /opt/kg/bin/pip uninstall --yes pip

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 kg \
    && install --directory --owner=kg --group=kg /data /out /pages
COPY --from=build /opt/kg /opt/kg
ENV PATH=/opt/kg/bin:$PATH PYTHONDONTWRITEBYTECODE=1 KG_STORE=/data/store
USER kg
WORKDIR /data
VOLUME /data
ENTRYPOINT ["kg"]
CMD ["--help"]
