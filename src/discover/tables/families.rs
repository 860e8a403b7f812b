//! Families of models: with which letters their names begin and who made them, and the words that names are made of. What
//! has any other part is no name of a model, so that no other text, and no secret, can pass for one.

/// A family.
#[derive(Debug)]
pub(crate) struct Family {
    /// How names begin, in lower case.
    pub(crate) begins: &'static str,
    pub(crate) provider: &'static str,
    /// Whether the word means other things too, so that a name counts only where a key says that it is a model.
    pub(crate) is_common_word: bool,
}

const fn of(begins: &'static str, provider: &'static str) -> Family {
    Family {
        begins,
        provider,
        is_common_word: false,
    }
}

const fn common(begins: &'static str, provider: &'static str) -> Family {
    Family {
        begins,
        provider,
        is_common_word: true,
    }
}

/// Every family; of two that begin alike, the longer one first.
#[rustfmt::skip]
pub(crate) const FAMILIES: &[Family] = &[
    of("text-embedding-ada", "OpenAI"), of("text-embedding-3", "OpenAI"), of("text-embedding", "Google"), of("gemini-embedding", "Google"),
    of("chatgpt", "OpenAI"), of("gpt", "OpenAI"), of("dall-e", "OpenAI"), common("whisper", "OpenAI"),
    common("o1", "OpenAI"), common("o3", "OpenAI"), common("o4", "OpenAI"),
    of("claude", "Anthropic"),
    of("gemini", "Google"), of("gemma", "Google"), common("imagen", "Google"), common("veo", "Google"),
    of("codestral", "Mistral AI"), of("devstral", "Mistral AI"), of("magistral", "Mistral AI"), of("ministral", "Mistral AI"),
    of("mistral", "Mistral AI"), of("mixtral", "Mistral AI"), of("pixtral", "Mistral AI"), of("voxtral", "Mistral AI"),
    of("codellama", "Meta"), of("llama", "Meta"),
    of("command-r", "Cohere"), of("command-a", "Cohere"), of("embed-english", "Cohere"), of("embed-multilingual", "Cohere"), common("rerank", "Cohere"),
    common("nova", "Amazon Web Services"), of("titan-embed", "Amazon Web Services"), of("titan-text", "Amazon Web Services"),
    of("deepseek", "DeepSeek"), common("grok", "xAI"), common("kimi", "Moonshot AI"), common("glm", "Z.ai"), common("minimax", "MiniMax"),
    of("qwen", "Alibaba Cloud"), of("qwq", "Alibaba Cloud"), common("phi", "Microsoft"), common("sonar", "Perplexity"),
    common("falcon", "Technology Innovation Institute"), of("stable-diffusion", "Stability AI"), of("sdxl", "Stability AI"),
    common("flux", "Black Forest Labs"), of("nomic-embed-text", "Nomic"), common("voyage", "Voyage AI"),
    common("bge", "Beijing Academy of Artificial Intelligence"), of("all-minilm", "Microsoft"),
];

/// Words that belong to names of models, in lower case.
#[rustfmt::skip]
pub(crate) const WORDS: &[&str] = &[
    "air", "audio", "base", "beta", "chat", "code", "coder", "codex", "deep", "dev", "distill", "embed", "embedding", "en", "english", "exp",
    "experimental", "fable", "fast", "flash", "haiku", "image", "instant", "instruct", "it", "large", "latest", "light", "lite", "live", "llama",
    "maverick", "max", "medium", "micro", "mini", "moe", "multilingual", "mythos", "nano", "nemo", "next", "omni", "opus", "oss", "plus", "premier",
    "preview", "pro", "qat", "qwen", "realtime", "reasoner", "reasoning", "research", "saba", "schnell", "scout", "search", "small", "sonnet", "text",
    "thinking", "tiny", "transcribe", "tts", "turbo", "ultra", "v", "vision", "vl", "xl", "zh",
];

/// Words with which a name may end that has no version at all; such a name counts only where a key says that it is a model.
pub(crate) const ENDINGS: &[&str] = &[
    "chat", "latest", "large", "lite", "medium", "micro", "nemo", "plus", "premier", "pro", "reasoner",
    "small",
];

/// Hosts and makers that stand in front of a name, with a slash or full stop behind them, in lower case.
#[rustfmt::skip]
pub(crate) const OWNERS: &[&str] = &[
    "alibaba", "amazon", "anthropic", "apac", "azure", "baai", "bedrock", "black-forest-labs", "cohere", "deepseek", "deepseek-ai", "eu",
    "fireworks_ai", "gemini", "github", "global", "google", "groq", "huggingface", "meta", "meta-llama", "microsoft", "mistral", "mistralai",
    "models", "moonshotai", "nomic-ai", "ollama", "openai", "openrouter", "perplexity", "qwen", "replicate", "sentence-transformers",
    "stabilityai", "together_ai", "us", "us-gov", "vertex_ai", "x-ai", "xai", "z-ai", "zai-org",
];
