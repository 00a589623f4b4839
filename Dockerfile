# jmsite with the git that it asks for the history of journeys. The project is mounted at
# /project and only read; the site goes to /site. docs/publishing.md tells how to run it.

FROM python:3.13.9-slim-bookworm AS install
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY schema ./schema
COPY themes ./themes
COPY src ./src
# Without pip of its own, which nothing needs once it is made.
RUN python -m venv --without-pip /opt/jmsite \
    && pip --python /opt/jmsite/bin/python install --no-cache-dir --disable-pip-version-check /source

FROM python:3.13.9-slim-bookworm
# What is mounted belongs to another user than the one in here; git is only asked to read it.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*' \
    && useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin jmsite \
    && install --directory --owner 10001 --group 10001 /site
COPY --from=install /opt/jmsite /opt/jmsite
ENV PATH=/opt/jmsite/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
WORKDIR /project
ENTRYPOINT ["jmsite"]
CMD ["build", "--site-dir", "/site"]
