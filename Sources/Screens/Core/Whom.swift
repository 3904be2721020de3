import Repatriation
import Terminal

/// Whom a message, a title or a menu is about, named as far as this screen may name them.
struct Whom: Sendable, Equatable {
    private let ticket: Int?
    private let name: ShownName
    private let point: PointCode

    /// Somebody with the number they have; `asSent`, with the one they had where they were sent from.
    init(_ person: Reception, asSent: Bool = false) {
        ticket = person.ticket ?? (asSent ? person.sentTicket : nil)
        name = person.shownName
        point = person.point
    }

    init(_ row: QueueRow, at point: PointCode) {
        ticket = row.ticket
        name = row.name
        self.point = point
    }

    /// «ficha 8, Luna Ruiz»: the surnames, or the whole name where no ticket tells people apart; no
    /// name where the screen is covered or the person is at another point, and a child alone is
    /// one.
    func words(_ context: Workplace) -> Bilingual {
        let number = ticket.map { Bilingual("ficha \($0)", "ticket \($0)") }
        let parts = [number, named(context)].compactMap { $0 }
        return parts.joined()
    }

    private func named(_ context: Workplace) -> Bilingual? {
        switch context.shown(name, at: point) {
        case .elsewhere, .covered, .hidden: return nil
        case .childAlone(nil): return ShownName.childAlone(nil).words
        case .shown(let name), .childAlone(.some(let name)):
            let isShort = ticket != nil && !name.surnames.isEmpty
            let words = isShort ? name.surnames : name.listed
            return words.isEmpty ? nil : Bilingual(words, words)
        }
    }

    /// «Ficha 8, Luna Ruiz: llamada a la ventanilla 1.»; by the ticket alone where that does not
    /// fit.
    func said(_ what: Bilingual, _ context: Workplace) -> Said {
        var said = Said(sentence(words(context), what), .message)
        if let ticket {
            said.shorter = sentence(Bilingual("ficha \(ticket)", "ticket \(ticket)"), what)
        }
        return said
    }

    private func sentence(_ who: Bilingual, _ what: Bilingual) -> Bilingual {
        func sentence(_ who: String, _ what: String) -> String {
            guard !who.isEmpty else { return what.prefix(1).uppercased() + what.dropFirst() }
            return "\(who.prefix(1).uppercased())\(who.dropFirst()): \(what)"
        }
        return Bilingual(sentence(who.es, what.es), sentence(who.en, what.en))
    }
}

/// Something said in the message line.
struct Said: Sendable, Equatable {
    let text: Bilingual
    let role: Role
    /// The same in fewer words, for a line that does not hold all.
    var shorter: Bilingual?

    init(_ text: Bilingual, _ role: Role) {
        self.text = text
        self.role = role
    }

    /// With what was said after it.
    func followed(by words: Bilingual) -> Said {
        func joined(_ first: Bilingual) -> Bilingual {
            Bilingual("\(first.es) \(words.es)", "\(first.en) \(words.en)")
        }
        var said = Said(joined(text), role)
        said.shorter = shorter.map(joined)
        return said
    }
}
