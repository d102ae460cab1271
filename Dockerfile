FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml requirements.lock ./
# All locked packages are downloaded and checked by hash; only those that the bot needs are installed, no developer tools.
RUN pip wheel --no-cache-dir --require-hashes --requirement requirements.lock --wheel-dir wheels \
 && pip install --no-cache-dir --no-index --find-links wheels hatchling
COPY README.md LICENSE ./
COPY data data
COPY handlers handlers
COPY bot bot
RUN pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir wheels . \
 && python -m venv /app \
 && /app/bin/pip install --no-cache-dir --no-index --find-links wheels 'liaison-bot[fast]'

FROM python:3.11-slim
RUN useradd --uid 10001 liaison && install --directory --owner liaison --mode 0700 /data
COPY --from=build /app /app
ENV PATH=/app/bin:$PATH PYTHONUNBUFFERED=1 LANG=C.UTF-8 LIAISON_DB=/data/liaison.db
USER liaison
WORKDIR /data
VOLUME /data
# The bot touches this file twice a minute as long as it handles updates and notices.
HEALTHCHECK --start-period=2m CMD test -n "$(find "$LIAISON_DB.alive" -mmin -2)"
ENTRYPOINT ["liaison"]
CMD ["run"]
