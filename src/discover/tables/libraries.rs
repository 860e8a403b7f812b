//! Libraries that call, run or train models, by the names under which package registries know them. Whole names, or the
//! beginning of a name where a star stands at its end: a word such as `ai` inside a name says nothing.

use crate::discover::thing::Kind::{self, Assistant, Framework, Local, Sdk};
use crate::discover::thing::Registry::{self, Cargo, Go, Maven, Npm, NuGet, Packagist, PyPi, RubyGems};

/// A library.
#[derive(Debug)]
pub(crate) struct Library {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// Who makes it or provides what it calls; nothing where it calls many or is made by a community.
    pub(crate) provider: Option<&'static str>,
    /// Its names in registries, in lower case.
    pub(crate) packages: &'static [(Registry, &'static [&'static str])],
}

const fn of(
    name: &'static str,
    kind: Kind,
    provider: &'static str,
    packages: &'static [(Registry, &'static [&'static str])],
) -> Library {
    let provider = if provider.is_empty() { None } else { Some(provider) };
    Library {
        name,
        kind,
        provider,
        packages,
    }
}

/// Every library but the supporting ones, in the order of kinds and names.
#[rustfmt::skip]
pub(crate) const LIBRARIES: &[Library] = &[
    // Assistants that are installed from a registry. Their names are those of `tables::assistants`.
    of("aider", Assistant, "", &[(PyPi, &["aider-chat"])]),
    of("amp", Assistant, "Sourcegraph", &[(Npm, &["@sourcegraph/amp"])]),
    of("claude-code", Assistant, "Anthropic", &[(Npm, &["@anthropic-ai/claude-code"])]),
    of("cline", Assistant, "", &[(Npm, &["cline"])]),
    of("codex", Assistant, "OpenAI", &[(Npm, &["@openai/codex", "@openai/codex-sdk"])]),
    of("gemini-cli", Assistant, "Google", &[(Npm, &["@google/gemini-cli", "@google/gemini-cli-core"])]),
    of("github-copilot", Assistant, "GitHub", &[(Npm, &["@github/copilot", "@github/copilot-sdk"]), (PyPi, &["github-copilot-sdk"])]),
    of("opencode", Assistant, "", &[(Npm, &["opencode-ai", "@opencode-ai/sdk", "@opencode-ai/plugin"])]),
    of("openhands", Assistant, "All Hands AI", &[(PyPi, &["openhands-ai"])]),
    of("qodo", Assistant, "Qodo", &[(PyPi, &["pr-agent"])]),
    of("qwen-code", Assistant, "Alibaba Cloud", &[(Npm, &["@qwen-code/qwen-code"])]),
    of("sourcery", Assistant, "Sourcery", &[(PyPi, &["sourcery"])]),

    of("Amazon Bedrock SDK", Sdk, "Amazon Web Services", &[
        (Npm, &["@aws-sdk/client-bedrock", "@aws-sdk/client-bedrock-runtime", "@aws-sdk/client-bedrock-agent", "@aws-sdk/client-bedrock-agent-runtime", "@ai-sdk/amazon-bedrock", "@anthropic-ai/bedrock-sdk"]),
        (Cargo, &["aws-sdk-bedrock", "aws-sdk-bedrockruntime", "aws-sdk-bedrockagentruntime"]),
        (Go, &["github.com/aws/aws-sdk-go-v2/service/bedrock", "github.com/aws/aws-sdk-go-v2/service/bedrockruntime"]),
        (Maven, &["software.amazon.awssdk:bedrock*"]),
        (NuGet, &["awssdk.bedrock*"]),
        (RubyGems, &["aws-sdk-bedrock*"]),
    ]),
    of("Anthropic SDK", Sdk, "Anthropic", &[
        (Npm, &["@anthropic-ai/sdk", "@anthropic-ai/vertex-sdk", "@ai-sdk/anthropic"]),
        (PyPi, &["anthropic"]),
        (Cargo, &["anthropic-sdk", "anthropic-sdk-rust", "anthropic-ai-sdk", "misanthropic", "clust"]),
        (Go, &["github.com/anthropics/anthropic-sdk-go", "github.com/liushuangls/go-anthropic*"]),
        (Maven, &["com.anthropic:*"]),
        (RubyGems, &["anthropic", "ruby-anthropic"]),
        (Packagist, &["anthropic-ai/sdk", "mozex/anthropic-php"]),
        (NuGet, &["anthropic", "anthropic.sdk"]),
    ]),
    of("Azure OpenAI SDK", Sdk, "Microsoft", &[
        (Npm, &["@azure/openai", "@ai-sdk/azure", "@azure/ai-projects", "@azure-rest/ai-inference"]),
        (PyPi, &["azure-ai-inference", "azure-ai-projects", "azure-ai-agents"]),
        (Go, &["github.com/azure/azure-sdk-for-go/sdk/ai/azopenai"]),
        (Maven, &["com.azure:azure-ai-openai*", "com.azure:azure-ai-inference"]),
        (NuGet, &["azure.ai.openai*", "azure.ai.inference", "azure.ai.projects"]),
    ]),
    of("Claude Agent SDK", Sdk, "Anthropic", &[
        (Npm, &["@anthropic-ai/claude-agent-sdk"]), (PyPi, &["claude-agent-sdk", "claude-code-sdk"]),
    ]),
    of("Cohere SDK", Sdk, "Cohere", &[
        (Npm, &["cohere-ai", "@ai-sdk/cohere"]), (PyPi, &["cohere"]), (Go, &["github.com/cohere-ai/cohere-go*"]),
        (Maven, &["com.cohere:cohere-java"]),
    ]),
    of("Deepgram SDK", Sdk, "Deepgram", &[(Npm, &["@deepgram/sdk"]), (PyPi, &["deepgram-sdk"])]),
    of("ElevenLabs SDK", Sdk, "ElevenLabs", &[(Npm, &["elevenlabs", "@elevenlabs/elevenlabs-js"]), (PyPi, &["elevenlabs"])]),
    of("Google Gemini SDK", Sdk, "Google", &[
        (Npm, &["@google/genai", "@google/generative-ai", "@google-cloud/vertexai", "@ai-sdk/google", "@ai-sdk/google-vertex"]),
        (PyPi, &["google-genai", "google-generativeai", "google-cloud-aiplatform", "vertexai"]),
        (Go, &["google.golang.org/genai", "github.com/google/generative-ai-go", "cloud.google.com/go/vertexai", "cloud.google.com/go/aiplatform"]),
        (Maven, &["com.google.genai:*", "com.google.cloud:google-cloud-vertexai", "com.google.cloud:google-cloud-aiplatform"]),
        (Packagist, &["google-gemini-php/client"]),
        (NuGet, &["google.genai", "google.cloud.aiplatform*", "mscc.generativeai"]),
        (RubyGems, &["gemini-ai"]),
    ]),
    of("Groq SDK", Sdk, "Groq", &[(Npm, &["groq-sdk", "@ai-sdk/groq"]), (PyPi, &["groq"])]),
    of("Hugging Face inference client", Sdk, "Hugging Face", &[
        (Npm, &["@huggingface/inference", "@huggingface/agents"]), (PyPi, &["huggingface-hub"]), (Cargo, &["hf-hub"]),
    ]),
    of("Mistral SDK", Sdk, "Mistral AI", &[
        (Npm, &["@mistralai/mistralai", "@ai-sdk/mistral"]), (PyPi, &["mistralai"]), (Cargo, &["mistralai-client"]),
    ]),
    of("OpenAI SDK", Sdk, "OpenAI", &[
        (Npm, &["openai", "@ai-sdk/openai", "@openai/agents"]),
        (PyPi, &["openai", "openai-agents"]),
        (Cargo, &["async-openai", "openai-api-rs", "openai_api_rust", "openai"]),
        (Go, &["github.com/openai/openai-go*", "github.com/sashabaranov/go-openai"]),
        (Maven, &["com.openai:*", "com.theokanning.openai-gpt3-java:*", "io.github.sashirestela:simple-openai"]),
        (RubyGems, &["openai", "ruby-openai"]),
        (Packagist, &["openai-php/client", "openai-php/laravel", "openai-php/symfony"]),
        (NuGet, &["openai", "betalgo.openai*", "openai-dotnet"]),
    ]),
    of("Replicate SDK", Sdk, "Replicate", &[(Npm, &["replicate"]), (PyPi, &["replicate"])]),
    of("Together SDK", Sdk, "Together AI", &[(Npm, &["together-ai", "@ai-sdk/togetherai"]), (PyPi, &["together"])]),
    of("Voyage SDK", Sdk, "Voyage AI", &[(Npm, &["voyageai"]), (PyPi, &["voyageai"])]),
    of("xAI SDK", Sdk, "xAI", &[(Npm, &["@ai-sdk/xai"]), (PyPi, &["xai-sdk"])]),

    of("AutoGen", Framework, "Microsoft", &[(PyPi, &["autogen-agentchat", "autogen-core", "autogen-ext", "pyautogen", "ag2"]), (NuGet, &["autogen*", "microsoft.autogen*"])]),
    of("CrewAI", Framework, "", &[(PyPi, &["crewai", "crewai-tools"])]),
    of("DSPy", Framework, "", &[(PyPi, &["dspy", "dspy-ai"])]),
    of("Firebase Genkit", Framework, "Google", &[(Npm, &["genkit", "@genkit-ai/*"]), (PyPi, &["genkit"]), (Go, &["github.com/firebase/genkit/go"])]),
    of("Google Agent Development Kit", Framework, "Google", &[(PyPi, &["google-adk"]), (Go, &["google.golang.org/adk"]), (Maven, &["com.google.adk:*"])]),
    of("Guidance", Framework, "", &[(PyPi, &["guidance"])]),
    of("Haystack", Framework, "deepset", &[(PyPi, &["haystack-ai", "farm-haystack"])]),
    of("Instructor", Framework, "", &[(PyPi, &["instructor"]), (Npm, &["@instructor-ai/instructor"])]),
    of("LangChain", Framework, "LangChain", &[
        (Npm, &["langchain", "@langchain/*"]),
        (PyPi, &["langchain", "langchain-*", "langgraph", "langgraph-*"]),
        (Cargo, &["langchain-rust"]),
        (Go, &["github.com/tmc/langchaingo"]),
        (RubyGems, &["langchainrb", "langchainrb_rails"]),
        (NuGet, &["langchain*"]),
    ]),
    of("LangChain4j", Framework, "", &[(Maven, &["dev.langchain4j:*", "io.quarkiverse.langchain4j:*"])]),
    of("LiteLLM", Framework, "BerriAI", &[(PyPi, &["litellm"])]),
    of("LlamaIndex", Framework, "LlamaIndex", &[(Npm, &["llamaindex", "@llamaindex/*"]), (PyPi, &["llama-index", "llama-index-*"])]),
    of("Mastra", Framework, "", &[(Npm, &["mastra", "@mastra/*"])]),
    of("Model Context Protocol SDK", Framework, "", &[
        (Npm, &["@modelcontextprotocol/sdk"]), (PyPi, &["mcp", "fastmcp"]), (Cargo, &["rmcp"]),
        (Go, &["github.com/modelcontextprotocol/go-sdk", "github.com/mark3labs/mcp-go"]),
        (Maven, &["io.modelcontextprotocol.sdk:*"]), (NuGet, &["modelcontextprotocol*"]),
    ]),
    of("Outlines", Framework, "", &[(PyPi, &["outlines"])]),
    of("Pydantic AI", Framework, "Pydantic", &[(PyPi, &["pydantic-ai", "pydantic-ai-slim"])]),
    of("Rig", Framework, "", &[(Cargo, &["rig-core", "rig"])]),
    of("RubyLLM", Framework, "", &[(RubyGems, &["ruby_llm"])]),
    of("Semantic Kernel", Framework, "Microsoft", &[
        (PyPi, &["semantic-kernel"]), (NuGet, &["microsoft.semantickernel*", "microsoft.agents.ai*"]), (Maven, &["com.microsoft.semantic-kernel:*"]),
    ]),
    of("smolagents", Framework, "Hugging Face", &[(PyPi, &["smolagents"])]),
    of("Spring AI", Framework, "Broadcom", &[(Maven, &["org.springframework.ai:*"])]),
    of("Strands Agents", Framework, "Amazon Web Services", &[(PyPi, &["strands-agents", "strands-agents-tools"])]),
    of("Vercel AI SDK", Framework, "Vercel", &[(Npm, &["ai", "@ai-sdk/react", "@ai-sdk/openai-compatible", "@ai-sdk/gateway"])]),
    of("Microsoft.Extensions.AI", Framework, "Microsoft", &[(NuGet, &["microsoft.extensions.ai*"])]),
    of("Prism", Framework, "", &[(Packagist, &["prism-php/prism", "echolabsdev/prism"])]),
    of("LLPhant", Framework, "", &[(Packagist, &["theodo-group/llphant"])]),

    of("Candle", Local, "Hugging Face", &[(Cargo, &["candle-core", "candle-nn", "candle-transformers"])]),
    of("CTranslate2", Local, "", &[(PyPi, &["ctranslate2"])]),
    of("Diffusers", Local, "Hugging Face", &[(PyPi, &["diffusers"])]),
    of("faster-whisper", Local, "", &[(PyPi, &["faster-whisper", "openai-whisper", "whisperx"])]),
    of("JAX", Local, "Google", &[(PyPi, &["jax", "flax"])]),
    of("Keras", Local, "", &[(PyPi, &["keras"])]),
    of("llama.cpp", Local, "", &[(PyPi, &["llama-cpp-python"]), (Npm, &["node-llama-cpp"]), (Cargo, &["llama-cpp-2", "llama_cpp"]), (NuGet, &["llamasharp*"])]),
    of("mistral.rs", Local, "", &[(Cargo, &["mistralrs", "mistralrs-core"])]),
    of("MLX", Local, "Apple", &[(PyPi, &["mlx", "mlx-lm"])]),
    of("ML.NET", Local, "Microsoft", &[(NuGet, &["microsoft.ml", "microsoft.ml.automl", "microsoft.ml.fasttree", "microsoft.ml.lightgbm", "microsoft.ml.torchsharp", "microsoft.ml.vision"])]),
    of("Ollama", Local, "Ollama", &[
        (Npm, &["ollama", "ollama-ai-provider"]), (PyPi, &["ollama"]), (Cargo, &["ollama-rs"]),
        (Go, &["github.com/ollama/ollama"]), (NuGet, &["ollamasharp"]), (Maven, &["io.github.ollama4j:ollama4j"]),
    ]),
    of("ONNX Runtime", Local, "", &[
        (Npm, &["onnxruntime-node", "onnxruntime-web"]), (PyPi, &["onnxruntime", "onnxruntime-gpu", "onnxruntime-genai"]),
        (Cargo, &["ort"]), (NuGet, &["microsoft.ml.onnxruntime*"]), (Maven, &["com.microsoft.onnxruntime:*"]), (Go, &["github.com/yalue/onnxruntime_go"]),
    ]),
    of("PEFT and TRL", Local, "Hugging Face", &[(PyPi, &["peft", "trl", "unsloth", "axolotl"])]),
    of("PyTorch", Local, "", &[(PyPi, &["torch", "torchvision", "torchaudio", "pytorch-lightning", "lightning"]), (Cargo, &["tch"])]),
    of("scikit-learn", Local, "", &[(PyPi, &["scikit-learn", "xgboost", "lightgbm", "catboost"])]),
    of("Sentence Transformers", Local, "Hugging Face", &[(PyPi, &["sentence-transformers", "fastembed"]), (Cargo, &["fastembed"])]),
    of("spaCy", Local, "", &[(PyPi, &["spacy", "spacy-llm"])]),
    of("TensorFlow", Local, "Google", &[(PyPi, &["tensorflow", "tensorflow-cpu", "tensorflow-gpu", "tflite-runtime"]), (Npm, &["@tensorflow/tfjs", "@tensorflow/tfjs-node"]), (Maven, &["org.tensorflow:*"])]),
    of("Transformers", Local, "Hugging Face", &[(PyPi, &["transformers", "accelerate"]), (Npm, &["@huggingface/transformers", "@xenova/transformers"]), (Cargo, &["rust-bert"])]),
    of("vLLM", Local, "", &[(PyPi, &["vllm", "sglang"])]),
    of("Deep Java Library", Local, "Amazon Web Services", &[(Maven, &["ai.djl:*", "ai.djl.*"])]),
];
