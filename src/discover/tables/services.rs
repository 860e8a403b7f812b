//! Services that run models for others, by the hosts that are called, the variables that hold their keys, and the words by
//! which infrastructure names them. A key itself is never read; neither is the part of a host that names a customer.

use crate::discover::thing::Kind;

/// A hosted service, or a server of models that runs here.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) provider: &'static str,
    /// Hosts, in lower case. One that begins with a full stop has a customer's name in front.
    pub(crate) hosts: &'static [&'static str],
    /// Variables. One that ends with a star has more behind it.
    pub(crate) variables: &'static [&'static str],
    /// Words of infrastructure that name nothing else; any character that is no letter, digit, hyphen or underscore ends one.
    pub(crate) words: &'static [&'static str],
}

const fn of(
    name: &'static str,
    provider: &'static str,
    hosts: &'static [&'static str],
    variables: &'static [&'static str],
    words: &'static [&'static str],
) -> Service {
    Service {
        name,
        kind: Kind::Service,
        provider,
        hosts,
        variables,
        words,
    }
}

/// Every service, in the order of names.
#[rustfmt::skip]
pub(crate) const SERVICES: &[Service] = &[
    of("Alibaba Cloud Model Studio", "Alibaba Cloud", &["dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com"], &["DASHSCOPE_API_KEY"], &[]),
    of("Amazon Bedrock", "Amazon Web Services", &["bedrock-runtime.", "bedrock-agent-runtime."], &["AWS_BEARER_TOKEN_BEDROCK", "CLAUDE_CODE_USE_BEDROCK"],
        &["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream", "bedrock:Converse", "aws_bedrock_guardrail", "aws_bedrockagent_agent", "aws_bedrock_custom_model", "aws_bedrock_provisioned_model_throughput"]),
    of("Anthropic API", "Anthropic", &["api.anthropic.com"], &["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_BASE_URL", "ANTHROPIC_MODEL", "CLAUDE_API_KEY", "CLAUDE_CODE_OAUTH_TOKEN"], &[]),
    of("Azure OpenAI", "Microsoft", &[".openai.azure.com", ".services.ai.azure.com"], &["AZURE_OPENAI_*"], &["azurerm_cognitive_deployment", "azurerm_ai_services"]),
    of("Cerebras", "Cerebras", &["api.cerebras.ai"], &["CEREBRAS_API_KEY"], &[]),
    of("Cohere API", "Cohere", &["api.cohere.com", "api.cohere.ai"], &["COHERE_API_KEY", "CO_API_KEY"], &[]),
    of("DeepSeek API", "DeepSeek", &["api.deepseek.com"], &["DEEPSEEK_API_KEY"], &[]),
    of("ElevenLabs API", "ElevenLabs", &["api.elevenlabs.io"], &["ELEVENLABS_API_KEY", "ELEVEN_API_KEY"], &[]),
    of("Fireworks AI", "Fireworks AI", &["api.fireworks.ai"], &["FIREWORKS_API_KEY"], &[]),
    of("Gemini API", "Google", &["generativelanguage.googleapis.com"], &["GEMINI_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY", "GOOGLE_GENAI_USE_VERTEXAI"], &[]),
    of("GitHub Models", "GitHub", &["models.inference.ai.azure.com", "models.github.ai"], &[], &["actions/ai-inference"]),
    of("Groq API", "Groq", &["api.groq.com"], &["GROQ_API_KEY"], &[]),
    of("Hugging Face Inference", "Hugging Face", &["api-inference.huggingface.co", "router.huggingface.co"], &["HF_TOKEN", "HUGGINGFACE_API_KEY", "HUGGINGFACEHUB_API_TOKEN", "HUGGING_FACE_HUB_TOKEN"], &[]),
    of("Mistral API", "Mistral AI", &["api.mistral.ai", "codestral.mistral.ai"], &["MISTRAL_API_KEY"], &[]),
    of("Moonshot API", "Moonshot AI", &["api.moonshot.ai", "api.moonshot.cn"], &["MOONSHOT_API_KEY"], &[]),
    Service { name: "Ollama", kind: Kind::Local, provider: "Ollama", hosts: &["localhost:11434", "127.0.0.1:11434", "ollama:11434"], variables: &["OLLAMA_HOST", "OLLAMA_BASE_URL", "OLLAMA_MODEL"], words: &["ollama/ollama"] },
    of("OpenAI API", "OpenAI", &["api.openai.com"], &["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_MODEL", "OPENAI_ORGANIZATION", "OPENAI_ORG_ID"], &[]),
    of("OpenRouter", "OpenRouter", &["openrouter.ai"], &["OPENROUTER_API_KEY"], &[]),
    of("Perplexity API", "Perplexity", &["api.perplexity.ai"], &["PERPLEXITY_API_KEY", "PPLX_API_KEY"], &[]),
    of("Replicate", "Replicate", &["api.replicate.com"], &["REPLICATE_API_TOKEN", "REPLICATE_API_KEY"], &[]),
    of("Stability AI", "Stability AI", &["api.stability.ai"], &["STABILITY_API_KEY"], &[]),
    of("Together AI", "Together AI", &["api.together.xyz", "api.together.ai"], &["TOGETHER_API_KEY"], &[]),
    of("Vertex AI", "Google", &["-aiplatform.googleapis.com", "aiplatform.googleapis.com"], &["CLAUDE_CODE_USE_VERTEX", "VERTEXAI_PROJECT", "ANTHROPIC_VERTEX_PROJECT_ID"], &["google_vertex_ai_endpoint", "google_vertex_ai_reasoning_engine", "roles/aiplatform.user"]),
    Service { name: "vLLM", kind: Kind::Local, provider: "", hosts: &[], variables: &["VLLM_API_KEY"], words: &["vllm/vllm-openai"] },
    of("Voyage API", "Voyage AI", &["api.voyageai.com"], &["VOYAGE_API_KEY"], &[]),
    of("xAI API", "xAI", &["api.x.ai"], &["XAI_API_KEY", "GROK_API_KEY"], &[]),
];

impl Service {
    /// Returns who provides it, where it is a product of somebody.
    pub(crate) fn provider(&self) -> Option<&'static str> {
        (!self.provider.is_empty()).then_some(self.provider)
    }
}
