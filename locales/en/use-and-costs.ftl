# The record of use and costs: what was used, what it cost, which caps the organisation set for itself, what it expected.

costs-title = Use and costs
costs-purpose = This record shows how much the AI systems were used and what that cost, beside the caps and the forecasts that the organisation set for itself. It holds counts of whole groups and names no person.

title-costs-used = What was used, and what it cost
costs-used-means = The numbers are those of the audit summaries. Where several sources see the same use, one of them is shown and none are added. Amounts in different currencies stand apart, and nothing is converted.
costs-nothing-used = No audit summary counts use or costs.
costs-label-costs = Costs
costs-label-models = By model
costs-no-cost = No cost is on record for these systems.
costs-silent = Nothing is on record about the use or the cost of these systems: { $systems }.
costs-imports = What is not on record here stands in no audit summary: volumes and costs fill this section. Imports write them: claude-code-otel, claude-code-analytics and codex-otel from telemetry and figures of use, copilot-metrics and cursor-usage from the figures of these products.
costs-money = { $amount } { $currency }
costs-estimate = { $amount } (an estimate of the tool, no invoice)
costs-incomparable = not comparable: { $why }
head-sessions-counted = Sessions
head-active-users = Active users
head-tokens-sent = Tokens sent
head-tokens-returned = Tokens returned
head-tokens-read-from-a-cache = Tokens read from a cache
head-tokens-written-into-a-cache = Tokens written into a cache
head-cost = Cost
head-an-estimate-of-the-tool = An estimate of the tool
head-shown-by-source = Shown by source
head-requests = Requests

title-costs-caps = Caps
costs-caps-means = The organisation set these caps for itself; no law asks for them. That a cap is declared does not show that a product enforces it.
costs-no-cap = Neither the organisation nor a system has a cap on costs.
costs-label-against-caps = The costs of each period beside the caps
costs-against-caps-means = A cap for each user is held against all active users together. Costs below it do not show that each user stayed below; nothing here is about a single user.
costs-no-comparison = No costs are on record beside the caps.
head-caps-are-for = For
head-cap-for-each-user-and-month = For each user and month
head-cap-for-each-month = For each month
head-set-by = Set by
head-apply-from = Apply from
head-which-cap = Which cap
head-comes-to = Comes to
head-costs-on-record = Costs on record
head-what-follows-for-the-cap = What follows
cap-above = above the cap
cap-within = not above the cap
cap-within-known = not above the cap, as far as costs are on record; what these cost is not known: { $systems }
cap-within-currency = not above the cap, as far as costs are in its currency
costs-all-systems = All systems together

title-costs-forecast = Forecast
costs-forecast-means = The forecast of a month is developers, times sessions a day, times working days, times the cost of a session. It is arithmetic from numbers that somebody declared. It counts use that is paid for as it happens, and no subscription fees.
costs-no-forecast = No system has numbers from which a month could be forecast.
costs-label-against-forecast = The costs of each period beside the forecast
costs-no-forecast-comparison = No costs are on record beside the forecasts.
head-developers = Developers
head-sessions-a-day = Sessions a day
head-working-days = Working days
head-cost-of-a-session = Cost of a session
head-forecast-for-a-month = Forecast for a month
head-forecast = Forecast
head-difference = Difference
forecast-of-the-formula = { $n }, as the formula has it
forecast-met = as forecast
forecast-more = { $percent } more than forecast
forecast-less = { $percent } less than forecast
forecast-of-nothing = more than forecast; nothing was forecast, so there is no share of it

title-costs-limits = What this record shows, and what it does not
costs-limits-voluntary = No duty of the AI Act stands behind this record. It is kept because the organisation wants to know what use costs.
costs-limits-estimates = Estimates are made by a tool from list prices. What is owed stands on the invoices of the vendor.
costs-limits-blind = Use that no source sees, such as that of personal accounts, is not in it.
costs-limits-value = What use cost says nothing about what it was worth, and nothing about any single person.

title-costs-approval = Approval
