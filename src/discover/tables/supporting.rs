//! Libraries that support the use of models and are none themselves: vector stores, evaluation, observability. They are told
//! and not asked for.

use crate::discover::tables::libraries::Library;
use crate::discover::thing::Kind;
use crate::discover::thing::Registry::{self, Cargo, Go, Maven, Npm, NuGet, PyPi, RubyGems};

const fn of(name: &'static str, packages: &'static [(Registry, &'static [&'static str])]) -> Library {
    Library {
        name,
        kind: Kind::Supporting,
        provider: None,
        packages,
    }
}

/// Every supporting library, in the order of names.
#[rustfmt::skip]
pub(crate) const SUPPORTING: &[Library] = &[
    of("Arize Phoenix", &[(PyPi, &["arize-phoenix", "arize-phoenix-otel"])]),
    of("Chroma", &[(Npm, &["chromadb"]), (PyPi, &["chromadb", "chromadb-client"])]),
    of("DeepEval", &[(PyPi, &["deepeval"])]),
    of("FAISS", &[(PyPi, &["faiss-cpu", "faiss-gpu"]), (Npm, &["faiss-node"])]),
    of("Guardrails", &[(PyPi, &["guardrails-ai", "nemoguardrails", "llm-guard"])]),
    of("Helicone", &[(Npm, &["@helicone/helpers"])]),
    of("LanceDB", &[(Npm, &["@lancedb/lancedb", "vectordb"]), (PyPi, &["lancedb"]), (Cargo, &["lancedb"])]),
    of("Langfuse", &[(Npm, &["langfuse", "langfuse-langchain", "@langfuse/*"]), (PyPi, &["langfuse"])]),
    of("LangSmith", &[(Npm, &["langsmith"]), (PyPi, &["langsmith"])]),
    of("Milvus", &[(Npm, &["@zilliz/milvus2-sdk-node"]), (PyPi, &["pymilvus"]), (Maven, &["io.milvus:*"])]),
    of("MLflow", &[(PyPi, &["mlflow", "mlflow-skinny"])]),
    of("OpenLLMetry", &[(Npm, &["@traceloop/node-server-sdk"]), (PyPi, &["traceloop-sdk", "opentelemetry-instrumentation-openai", "opentelemetry-instrumentation-anthropic"])]),
    of("pgvector", &[(Npm, &["pgvector"]), (PyPi, &["pgvector"]), (Cargo, &["pgvector"]), (Go, &["github.com/pgvector/pgvector-go"]), (RubyGems, &["neighbor"]), (NuGet, &["pgvector*"])]),
    of("Pinecone", &[(Npm, &["@pinecone-database/pinecone"]), (PyPi, &["pinecone", "pinecone-client"])]),
    of("promptfoo", &[(Npm, &["promptfoo"])]),
    of("Qdrant", &[(Npm, &["@qdrant/js-client-rest"]), (PyPi, &["qdrant-client"]), (Cargo, &["qdrant-client"]), (Go, &["github.com/qdrant/go-client"]), (NuGet, &["qdrant.client"])]),
    of("Ragas", &[(PyPi, &["ragas"])]),
    of("tiktoken", &[(Npm, &["tiktoken", "js-tiktoken"]), (PyPi, &["tiktoken"]), (Cargo, &["tiktoken-rs"])]),
    of("Tokenizers", &[(PyPi, &["tokenizers"]), (Cargo, &["tokenizers"])]),
    of("TruLens", &[(PyPi, &["trulens", "trulens-eval"])]),
    of("Weaviate", &[(Npm, &["weaviate-client", "weaviate-ts-client"]), (PyPi, &["weaviate-client"])]),
    of("Weights & Biases", &[(PyPi, &["wandb", "weave"])]),
];
