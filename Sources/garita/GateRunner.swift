import Glibc
import Repatriation
import Screens
import Store

/// Signing in at the desk: who the store says it is, and what that opens.
extension EffectRunner {
    /// A first password that is right and has to be changed before it opens anything.
    struct FirstPassword {
        let officer: Officer
        let purpose: GatePurpose
    }

    /// The PIN first, where it may open and six figures were typed; else the password, whose
    /// failures are counted.
    mutating func signIn(
        _ id: Identifier<Officer>, _ phrase: Phrase, _ purpose: GatePurpose, allowsPIN: Bool
    ) throws -> [Reply] {
        let person = try store.allOfficers().first { $0.id == id }
        if allowsPIN, id == officer, phrase.isSixFigures, try store.hasPIN(id), let person {
            guard try store.isPIN(phrase, of: person, at: garita.now()) else {
                return [.gate(.refused(wasPIN: true))]
            }
            // The PIN opens what its officer left, as they had left it: it shows nobody anew.
            return try open(id, purpose, proven: proof)
        }
        // In practice whoever has no password needs none.
        if store.isDrill, try !store.hasPassword(id) {
            return try open(id, purpose, proven: .practice)
        }
        switch try store.signIn(person, phrase, terminal: PasswordPrompt.terminal, at: garita.now())
        {
        case .refused: return [.gate(.refused(wasPIN: false))]
        case .right: return try open(id, purpose, proven: .password)
        case .mustChange:
            first = person.map { FirstPassword(officer: $0, purpose: purpose) }
            return [.gate(.mustChange)]
        }
    }

    /// One's own password in the place of a first one, which then opens what was asked for.
    mutating func changePassword(_ phrase: Phrase) throws -> [Reply] {
        guard let first else { return [.gate(.refused(wasPIN: false))] }
        do throws(PerformFailure) {
            try store.setPassword(
                phrase, of: first.officer.id, by: first.officer.id, proven: .password, at: clock.now
            )
        } catch {
            return [.gate(.unfit(error.sentence))]
        }
        self.first = nil
        return try open(first.officer.id, first.purpose, proven: .password)
    }

    private mutating func open(
        _ id: Identifier<Officer>, _ purpose: GatePurpose, proven proof: IdentityProof
    ) throws -> [Reply] {
        if case .confirm(let act) = purpose {
            return perform(.act(Confirm(act)), by: id, proven: proof) + [.gate(.answered)]
        }
        guard let person = try store.allOfficers().first(where: { $0.id == id }) else {
            return [.gate(.refused(wasPIN: false))]
        }
        officer = id
        self.proof = proof
        return [.gate(.opened(person, hasPassword: try store.hasPassword(id)))]
    }

    /// The desk is closed; one that still holds somebody falls silent instead, so that they can be
    /// taken over at once.
    func leaveDesk(_ point: PointCode, _ desk: Int, _ id: Identifier<Officer>) throws(StoreError) {
        guard try store.attends(id, point, desk: desk) else { return }
        do throws(PerformFailure) {
            _ = try store.perform(.act(CloseDesk(at: point, desk)), by: id, at: clock.now)
        } catch {
            try store.silence(point: point, desk: desk)
        }
    }
}
