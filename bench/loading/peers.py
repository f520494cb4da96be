"""One peer's writer at work; runs in the peers' own environment and prints its seconds, and those of the processor.

``python peers.py neo4j-graphrag|langchain-neo4j ADDRESS FILE BATCH``, password in ``BENCH_PASSWORD``. FILE is JSONL of
`kg extract`. Each writer gets the shape that its own library makes of an article: its nodes and relations, the article
as source, and links from nodes to it. Objects are made before the clock runs.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Articles = list[dict[str, Any]]


def graphrag(address: str, password: str) -> tuple[Callable[[Articles], Any], Callable[[Any], None]]:
    """Of neo4j-graphrag: nodes of their own for each article, with the lexical graph around them."""
    import neo4j  # noqa: PLC0415 — one peer may be there without the other
    from neo4j_graphrag.components.kg_writer import Neo4jWriter  # noqa: PLC0415
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship  # noqa: PLC0415

    driver = neo4j.GraphDatabase.driver(address, auth=("neo4j", password), notifications_min_severity="OFF")
    writer = Neo4jWriter(driver)

    def shape(part: Articles) -> Neo4jGraph:
        nodes, edges = [], []
        for one in part:
            chunk = f"{one['id']}:0"
            about = {"path": one["source"], "title": one["title"], "date": one["date"]}
            nodes.append(Neo4jNode(id=one["id"], label="Document", properties=about))
            nodes.append(Neo4jNode(id=chunk, label="Chunk", properties={"text": one["text"], "index": 0}))
            edges.append(Neo4jRelationship(start_node_id=chunk, end_node_id=one["id"], type="FROM_DOCUMENT"))
            for item in one["entities"]:
                id = f"{chunk}:{item['id']}"
                nodes.append(Neo4jNode(id=id, label=item["type"], properties={"name": item["name"]}))
                edges.append(Neo4jRelationship(start_node_id=id, end_node_id=chunk, type="FROM_CHUNK"))
            edges += [
                Neo4jRelationship(
                    start_node_id=f"{chunk}:{subject}",
                    end_node_id=f"{chunk}:{target}",
                    type=predicate,
                    properties=about,
                )
                for subject, predicate, target, about in related(one)
            ]
            for subject, day in dated(one):
                nodes.append(Neo4jNode(id=f"{chunk}:{day}", label="Date", properties={"name": day}))
                edges.append(
                    Neo4jRelationship(start_node_id=f"{chunk}:{subject}", end_node_id=f"{chunk}:{day}", type="HELD_ON")
                )
        return Neo4jGraph(nodes=nodes, relationships=edges)

    def write(graph: Neo4jGraph) -> None:
        done = asyncio.run(writer.run(graph))
        if done.status != "SUCCESS":
            sys.exit(f"the writer failed: {done.metadata}")

    return shape, write


def langchain(address: str, password: str) -> tuple[Callable[[Articles], Any], Callable[[Any], None]]:
    """Of langchain-neo4j: nodes merged by name, with the option that it documents as the faster one."""
    from langchain_core.documents import Document  # noqa: PLC0415
    from langchain_neo4j import Neo4jGraph  # noqa: PLC0415
    from langchain_neo4j.graphs.graph_document import GraphDocument, Node, Relationship  # noqa: PLC0415

    quiet = {"notifications_min_severity": "OFF"}
    graph = Neo4jGraph(address, "neo4j", password, refresh_schema=False, driver_config=quiet)

    def document(one: dict[str, Any]) -> GraphDocument:
        nodes = {item["id"]: Node(id=item["name"], type=item["type"]) for item in one["entities"]}
        edges = [
            Relationship(source=nodes[subject], target=nodes[target], type=predicate, properties=about)
            for subject, predicate, target, about in related(one)
        ]
        for subject, day in dated(one):
            nodes[day] = Node(id=day, type="Date")
            edges.append(Relationship(source=nodes[subject], target=nodes[day], type="HELD_ON"))
        about = {"id": one["id"], "title": one["title"], "date": one["date"]}
        source = Document(page_content=one["text"], metadata=about)
        return GraphDocument(nodes=list(nodes.values()), relationships=edges, source=source)

    def shape(part: Articles) -> list[GraphDocument]:
        return [document(one) for one in part]

    def write(documents: list[GraphDocument]) -> None:
        graph.add_graph_documents(documents, include_source=True, baseEntityLabel=True)

    return shape, write


def related(one: dict[str, Any]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Subject, relation, object and properties of what is stated between entities."""
    for item in one["relations"]:
        if item["p"] != "HELD_ON":
            about = {"evidence": item["evidence"], "confidence": item["confidence"]}
            yield item["s"], item["p"], item["o"], about


def dated(one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Events and their days."""
    yield from ((item["s"], item["o"]) for item in one["relations"] if item["p"] == "HELD_ON")


def main() -> None:
    """Write a file's articles and print what the writer took."""
    name, address, path, batch = sys.argv[1:]
    logging.disable(logging.WARNING)
    shape, write = {"neo4j-graphrag": graphrag, "langchain-neo4j": langchain}[name](
        address, os.environ["BENCH_PASSWORD"]
    )
    seconds = processor = 0.0
    with Path(path).open(encoding="utf-8") as file:
        while part := [json.loads(line) for line in itertools.islice(file, int(batch))]:
            ready = shape(part)
            start, used = time.perf_counter(), time.process_time()
            write(ready)
            seconds += time.perf_counter() - start
            processor += time.process_time() - used
    print(seconds, processor)


if __name__ == "__main__":
    main()
