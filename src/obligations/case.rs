//! Each system as the checks see it: its record, its class, our roles, and the questions that duties hang on. The
//! docket holds all cases that are alive; retired and forbidden systems are not asked about.

use crate::calendar::Date;
use crate::classify::Classification;
use crate::classify::art50::Art50Entry;
use crate::classify::system::SystemClass;
use crate::inventory::field::Field;
use crate::inventory::id::Id;
use crate::inventory::kind::Kind;
use crate::inventory::organisation::Organisation;
use crate::inventory::record::Record;
use crate::inventory::system::{BuiltOrRebranded, LifecycleStatus, OutputModality, System};
use crate::inventory::tripwires::Tripwires;
use crate::inventory::vendor::Vendor;
use crate::law::dates::DutyGroup;
use crate::law::edition::Edition;
use crate::law::gaps::GapKind;
use crate::law::rule::Route;
use crate::law::terms::{AnnexArea, AnnexPoint, Art50Para, Bearer, Role, RoleChange, SectorFlag, Tier};
use crate::link::Inventory;
use crate::obligations::gap::{Gap, Inquiry};
use crate::obligations::level::Level;
use crate::obligations::owed::Pointer;
use crate::source::Span;
use std::collections::BTreeMap;

/// What every check can see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Docket<'i> {
    pub(crate) inventory: &'i Inventory,
    pub(crate) classification: &'i Classification,
    pub(crate) edition: Edition,
    pub(crate) as_of: Date,
}

/// One system with its class.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'i> {
    pub(crate) docket: Docket<'i>,
    pub(crate) system: &'i Record<System>,
    pub(crate) class: &'i SystemClass,
}

impl<'i> Docket<'i> {
    /// Returns every system that is alive and may lie in the scope of the Act, by id.
    pub(crate) fn cases(self) -> Vec<Case<'i>> {
        let of = |(id, system): (&Id, &'i Record<System>)| {
            let class = self.classification.systems.get(id)?;
            let case = Case {
                docket: self,
                system,
                class,
            };
            (case.is_alive() && class.max_tier != Tier::OutOfScope).then_some(case)
        };
        self.inventory.systems.iter().filter_map(of).collect()
    }

    pub(crate) fn organisation(self) -> Option<&'i Record<Organisation>> {
        self.inventory.organisation.as_ref()
    }

    pub(crate) fn has_flag(self, flag: SectorFlag) -> bool {
        let flags = self.organisation().map(|it| it.sector_flags.items());
        flags.is_some_and(|flags| flags.iter().any(|item| item.value == flag))
    }

    /// Returns whether the organisation says that it is established outside the Union.
    pub(crate) fn is_outside_the_union(self) -> bool {
        self.organisation()
            .is_some_and(|it| it.established_in_eu.is(&false))
    }

    /// Looks at the organisation, present or not.
    pub(crate) fn inquiry(self) -> Inquiry<'i> {
        match self.organisation() {
            Some(it) => Inquiry::of(Kind::Organisation, it).about(Vec::new(), self.governor()),
            None => Inquiry::absent(Kind::Organisation),
        }
    }

    /// Returns the role that answers for AI in the organisation, if one is stated.
    pub(crate) fn governor(self) -> Option<&'i str> {
        let it = self.organisation()?;
        let lead = it.ai_governance_lead.stated();
        lead.or_else(|| it.accountable_executive.stated())
            .map(String::as_str)
    }

    /// Returns the level of duties that begin with a group, if the edition knows them.
    pub(crate) fn level(self, group: DutyGroup) -> Option<Level> {
        let from = group.applies_from(self.edition)?;
        Some(Level::of_law(from, self.as_of))
    }
}

impl<'i> Case<'i> {
    pub(crate) fn id(&self) -> &'i Id {
        &self.system.id.value
    }

    pub(crate) fn owner(&self) -> Option<&'i str> {
        self.system.owner.stated().map(String::as_str)
    }

    /// Looks at the system.
    pub(crate) fn inquiry(&self) -> Inquiry<'i> {
        Inquiry::of(Kind::AiSystem, self.system).about(vec![self.id()], self.owner())
    }

    /// Looks for a record that belongs to the system and does not exist.
    pub(crate) fn lacking(&self, kind: Kind) -> Inquiry<'i> {
        Inquiry::absent(kind).about(vec![self.id()], self.owner())
    }

    /// Returns where the record speaks about facts: the block itself, else the tripwires.
    pub(crate) fn facts_span(&self) -> Option<Span> {
        self.system.facts.span().or(self.system.tripwires.span())
    }

    /// Returns where the record speaks about facts, as something that documents can point at.
    pub(crate) fn facts_pointer(&self) -> Vec<Pointer> {
        let pointer = |at| Pointer {
            kind: Kind::AiSystem,
            record: self.id().clone(),
            field: "facts",
            at,
        };
        self.facts_span().map(pointer).into_iter().collect()
    }

    /// Returns a gap when a field of the system is open.
    pub(crate) fn ask<T>(
        &self,
        kind: &'static GapKind,
        level: Level,
        field: &'static str,
        value: &Field<T>,
    ) -> Option<Gap> {
        self.inquiry().ask(kind, level, field, value)
    }

    fn is_alive(&self) -> bool {
        self.system
            .lifecycle_status
            .stated()
            .is_none_or(|status| match status {
                LifecycleStatus::Planned
                | LifecycleStatus::InDevelopment
                | LifecycleStatus::InService
                | LifecycleStatus::Suspended => true,
                LifecycleStatus::Withdrawn
                | LifecycleStatus::Recalled
                | LifecycleStatus::Retired
                | LifecycleStatus::Forbidden => false,
            })
    }

    /// Returns whether we play a role, by our own statement or because Article 25 brings it.
    pub(crate) fn plays(&self, role: Role) -> bool {
        let stated = self.system.our_roles.items();
        stated.iter().any(|item| item.value == role) || self.class.brings_role(role)
    }

    pub(crate) fn is_provider(&self) -> bool {
        self.plays(Role::Provider)
    }

    pub(crate) fn is_deployer(&self) -> bool {
        self.plays(Role::Deployer)
    }

    /// Returns whether it is open if a change of ours makes us the provider (Article 25(1)).
    pub(crate) fn may_become_provider(&self) -> bool {
        let changes = self
            .class
            .open_questions
            .iter()
            .filter_map(|open| open.role_change);
        changes.into_iter().any(|change| change != RoleChange::HandOver)
    }

    /// Returns whether nobody has said which roles we have.
    pub(crate) fn has_no_role(&self) -> bool {
        self.system.our_roles.items().is_empty()
    }

    /// Returns what a tripwire says.
    pub(crate) fn tripwire(&self, of: impl Fn(&'i Tripwires) -> &'i Field<bool>) -> Option<bool> {
        of(self.system.tripwires.stated()?).stated().copied()
    }

    pub(crate) fn built(&self) -> Option<BuiltOrRebranded> {
        let wires = self.system.tripwires.stated()?;
        wires.built_or_rebranded.stated().copied()
    }

    pub(crate) fn puts_out(&self, wanted: OutputModality) -> bool {
        let outputs = self.system.output_modalities.items();
        outputs.iter().any(|item| item.value == wanted)
    }

    pub(crate) fn handles_personal_data(&self) -> bool {
        self.tripwire(|wires| &wires.processes_personal_data) == Some(true)
    }

    /// Returns the day from which Chapter III binds the system, when it is certain that it will (Articles 6, 111(2)).
    pub(crate) fn high_risk_from(&self) -> Option<Date> {
        let group = self
            .routes()
            .filter_map(|route| match route {
                Route::AnnexIii(_) => DutyGroup::HighRiskAnnexIii.applies_from(self.docket.edition),
                Route::AnnexIA => DutyGroup::HighRiskAnnexI.applies_from(self.docket.edition),
                // Section B is left to sector law (Article 2(2)).
                Route::AnnexIB => None,
            })
            .min();
        let binds = !self.class.grandfathered && self.class.min_tier >= Tier::AnnexIiiDerogated;
        group
            .filter(|_| binds)
            .map(|day| self.class.deadline.unwrap_or(day))
    }

    fn routes(&self) -> impl Iterator<Item = Route> {
        self.class.high_risk_routes.iter().copied()
    }

    /// Returns the level of Chapter III duties, when the system is certainly high-risk.
    pub(crate) fn high_risk(&self) -> Option<Level> {
        let day = self.high_risk_from()?;
        Some(Level::of_law(day, self.docket.as_of))
    }

    /// Returns the points of Annex III by which the system is high-risk.
    pub(crate) fn points(&self) -> impl Iterator<Item = AnnexPoint> {
        self.routes().filter_map(|route| match route {
            Route::AnnexIii(point) => Some(point),
            Route::AnnexIA | Route::AnnexIB => None,
        })
    }

    pub(crate) fn is_annex_iii(&self) -> bool {
        self.points().next().is_some()
    }

    /// Returns whether the system is high-risk by another point of Annex III than critical infrastructure.
    pub(crate) fn is_beyond_infrastructure(&self) -> bool {
        self.points().any(|point| point != AnnexPoint::P2)
    }

    pub(crate) fn is_derogated(&self) -> bool {
        self.class.min_tier == Tier::AnnexIiiDerogated
    }

    /// Returns whether the system helps to decide about persons (Articles 26(11) and 86); silence is not "no".
    pub(crate) fn decides_about_persons(&self) -> bool {
        self.is_beyond_infrastructure()
            && self.tripwire(|wires| &wires.affects_individual_decisions) != Some(false)
    }

    /// Returns whether workers are subject to the system (Article 26(7)). Who selects applicants may select among
    /// workers, unless the record says otherwise.
    pub(crate) fn works_on_workers(&self) -> bool {
        let said = self.tripwire(|wires| &wires.evaluates_or_allocates_workers);
        let selects = self.points().any(|point| point == AnnexPoint::P4a);
        let evaluates = self.points().any(|point| point == AnnexPoint::P4b);
        evaluates || said == Some(true) || (selects && said != Some(false))
    }

    /// Returns whether somebody else has become provider of our high-risk system (Article 25(2)).
    pub(crate) fn hands_over(&self) -> bool {
        self.class.role_changes.contains(&RoleChange::HandOver)
    }

    /// Returns whether an authority identifies persons by their biometric data for law enforcement (Article 26(10)).
    pub(crate) fn identifies_for_law_enforcement(&self) -> bool {
        self.docket.has_flag(SectorFlag::LawEnforcement)
            && self.points().any(|point| point == AnnexPoint::P1a)
    }

    /// Returns whether the registration stands in the section that is not public (Article 49(4)).
    pub(crate) fn is_registered_securely(&self) -> bool {
        let is_police = self.docket.has_flag(SectorFlag::LawEnforcement);
        let areas = self.points().map(AnnexPoint::area);
        areas.into_iter().any(|area| match area {
            AnnexArea::LawEnforcement | AnnexArea::Migration => true,
            AnnexArea::Biometrics => is_police,
            AnnexArea::Infrastructure
            | AnnexArea::Education
            | AnnexArea::Employment
            | AnnexArea::Services
            | AnnexArea::Justice => false,
        })
    }

    /// Returns whether the deployer assesses fundamental rights (Article 27(1)).
    pub(crate) fn needs_rights_assessment(&self) -> bool {
        let is_public = self.docket.has_flag(SectorFlag::PublicAuthority)
            || self.docket.has_flag(SectorFlag::PublicService);
        let is_any_deployer = |point| match point {
            AnnexPoint::P5b | AnnexPoint::P5c => true,
            AnnexPoint::P2 => false,
            AnnexPoint::P1a
            | AnnexPoint::P1b
            | AnnexPoint::P1c
            | AnnexPoint::P3a
            | AnnexPoint::P3b
            | AnnexPoint::P3c
            | AnnexPoint::P3d
            | AnnexPoint::P4a
            | AnnexPoint::P4b
            | AnnexPoint::P5a
            | AnnexPoint::P5d
            | AnnexPoint::P6a
            | AnnexPoint::P6b
            | AnnexPoint::P6c
            | AnnexPoint::P6d
            | AnnexPoint::P6e
            | AnnexPoint::P7a
            | AnnexPoint::P7b
            | AnnexPoint::P7c
            | AnnexPoint::P7d
            | AnnexPoint::P8a
            | AnnexPoint::P8b => is_public,
        };
        self.points().any(is_any_deployer)
    }

    pub(crate) fn is_public_deployer(&self) -> bool {
        let is_public = self.docket.has_flag(SectorFlag::PublicAuthority)
            || self.docket.has_flag(SectorFlag::EuInstitution);
        is_public && self.is_deployer() && self.is_annex_iii()
    }

    /// Returns the entry of an Article 50 duty whose bearer we are.
    pub(crate) fn art50(&self, para: Art50Para) -> Option<Art50Entry> {
        let ours = |entry: &&Art50Entry| match entry.bearer {
            Bearer::Provider => self.is_provider(),
            Bearer::Deployer => self.is_deployer(),
        };
        let mut entries = self.class.art50.iter().filter(|entry| entry.para == para);
        entries.find(ours).copied()
    }

    /// Returns the level of an Article 50 duty that we owe.
    pub(crate) fn owes(&self, para: Art50Para) -> Option<Level> {
        let entry = self.art50(para).filter(|entry| entry.status.is_owed())?;
        let from = entry.first_day(self.docket.edition)?;
        Some(Level::of_law(from, self.docket.as_of))
    }

    /// Returns the vendor of the system.
    pub(crate) fn vendor(&self) -> Option<&'i Record<Vendor>> {
        self.docket.inventory.vendor(&self.system.vendor)
    }
}

/// Returns each record that belongs to one or more cases, with these cases, by id.
pub(crate) fn shared<'c, 'i, T>(
    cases: &'c [Case<'i>],
    of: impl Fn(&Case<'i>) -> Vec<&'i Record<T>>,
) -> Vec<(&'i Record<T>, Vec<&'c Case<'i>>)> {
    let mut found: BTreeMap<&Id, (&'i Record<T>, Vec<&'c Case<'i>>)> = BTreeMap::new();
    for case in cases {
        for record in of(case) {
            let entry = found
                .entry(&record.id.value)
                .or_insert_with(|| (record, Vec::new()));
            if !entry.1.iter().any(|known| known.id() == case.id()) {
                entry.1.push(case);
            }
        }
    }
    found.into_values().collect()
}

/// Looks at a record that several cases share.
pub(crate) fn inquiry<'i, T: crate::inventory::record::Named>(
    kind: Kind,
    record: &'i Record<T>,
    cases: &[&Case<'i>],
) -> Inquiry<'i> {
    let owner = cases.iter().find_map(|case| case.owner());
    Inquiry::of(kind, record).about(cases.iter().map(|case| case.id()).collect(), owner)
}

/// Returns the most pressing Chapter III level among cases, or nothing when none is high-risk.
pub(crate) fn most_pressing(cases: &[&Case]) -> Option<Level> {
    cases.iter().filter_map(|case| case.high_risk()).min()
}
