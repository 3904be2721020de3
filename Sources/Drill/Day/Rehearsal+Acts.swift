import Repatriation

/// What is done, by commands as a desk sends them.
extension Rehearsal {
    /// Sends a command; nil when the rules did not allow it.
    @discardableResult
    func send(
        _ act: some Act, from paper: FromPaper? = nil, _ officer: Identifier<Officer>,
        _ at: Instant
    ) -> (outcome: any Outcome, act: Identifier<any Act>?)? {
        switch stage.perform(Command(act: act, from: paper), officer, at) {
        case .done(let outcome, let act): return (outcome, act)
        case .refused(let code):
            refused.append("\(type(of: act).name.rawValue): \(code)")
            return nil
        }
    }

    /// Sends an act that takes two, and the word of whoever leads there for it.
    func sendByTwo(
        _ act: some Act, _ officer: Identifier<Officer>, of point: PointCode, _ at: Instant
    ) {
        guard let asked = send(act, officer, at), asked.outcome is LeftPending,
            let pending = asked.act
        else { return }
        robotsAsked.insert(pending.value)
        let lead = lead(point)
        send(Confirm(pending), officer == lead ? helper(point) : lead, at)
    }

    /// An act by hand, with what its names stand for.
    func send(_ scripted: ScriptedAct, of inject: Inject, _ at: Instant) {
        let line = JSON.object(scripted.line).resolved { [unowned self] name in
            if let hour = TimeOfDay(text: name) { return .string(instant(of: hour).text) }
            if let folio = folios[name] { return .string(folio) }
            return .int(names[name] ?? 0)
        }
        let performed: Performed
        do {
            performed = stage.perform(try Command(line), officer(scripted.actor), at)
        } catch {
            performed = .refused(error.code.rawValue)
        }
        switch performed {
        case .refused(let code):
            refused.append("\(inject.id): \(line["do"]?.text ?? "?"): \(code)")
        case .done(let outcome, let act):
            for (name, member) in scripted.keeps.sorted(by: { $0.key < $1.key }) {
                let value = member == "act" ? act?.value : outcome[member]?.integer
                guard let value else { continue }
                mean(name, value, at)
                if member == "reception" { recognise(name, Identifier(value)) }
            }
        }
        // What it asks of a second officer is known at its own moment, however long the stride.
        learn()
    }

    /// A colleague is the second officer of whoever sits at the screen, half a minute after it was
    /// asked for.
    func stand(by fact: Fact) {
        guard player == nil else { return askedOfPlayer.append(fact) }
        guard !robotsAsked.contains(fact.act.value) else { return }
        after(30, fact.at) { [unowned self] now in
            let colleague = officer(.colleague)
            send(Confirm(fact.act), fact.officer == colleague ? officer(.lead) : colleague, now)
        }
    }

    /// Somebody written by hand whom a colleague put on the record by an act of their own.
    func recognise(_ name: String, _ reception: Identifier<Reception>) {
        guard self[reception] == nil, scenario.people.contains(where: { $0.id == name }) else {
            return
        }
        let guest = guest(name, at: scenario.point)
        guest.reception = reception
        self[reception] = guest
    }
}
