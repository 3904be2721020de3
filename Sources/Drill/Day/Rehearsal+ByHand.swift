import Repatriation

/// What a trainer lets happen.
extension Rehearsal {
    /// What became of it.
    package enum ByHand: Sendable, Equatable {
        case told
        /// It has happened before.
        case already
        /// Whoever it names is not there yet.
        case tooEarly
        /// There is none of that name, or the scenario is over.
        case none
        /// It could not be written down.
        case notKept
    }

    /// Lets something of the scenario happen at a moment, whether it would by itself or not.
    package func inject(_ id: String, at now: Instant) -> ByHand {
        guard let inject = scenario.injects.first(where: { $0.id == id }), now < end else {
            return .none
        }
        guard score.told[id] == nil else { return .already }
        guard areKnown(whomOf: inject) else { return .tooEarly }
        tell(inject, now)
        return .told
    }

    /// Everybody and everything that its acts name is there, or comes of an act before; and whoever
    /// of the scenario a good officer would answer for.
    private func areKnown(whomOf inject: Inject) -> Bool {
        var kept: Set<String> = []
        for act in inject.happens {
            guard meant(by: act).allSatisfy({ isKnown($0) || kept.contains($0) }) else {
                return false
            }
            kept.formUnion(act.keeps.keys)
        }
        let written = Set(scenario.people.map(\.id) + scenario.groups.map(\.id))
        let answered = inject.good.flatMap(meant) + inject.expects.compactMap(\.subject)
        return answered.filter(written.contains)
            .allSatisfy { isKnown($0) || kept.contains($0) }
    }

    private func isKnown(_ name: String) -> Bool {
        TimeOfDay(text: name) != nil || folios[name] != nil || names[name] != nil
    }

    /// The names that an act's line has in it.
    private func meant(by act: ScriptedAct) -> [String] {
        var meant: [String] = []
        _ = JSON.object(act.line).resolved { name in
            meant.append(name)
            return .null
        }
        return meant
    }
}
