import Repatriation

/// Something that happens beside the groups, and what is expected of whoever works.
package struct Inject: Sendable, Equatable {
    /// When it happens.
    package enum Cue: Sendable, Equatable {
        /// Seconds from the start.
        case at(Int)
        /// So many seconds after another inject's outcome is known.
        case after(inject: String, Condition, seconds: Int)
    }

    /// An outcome of another inject.
    package enum Condition: String, CaseIterable, Sendable {
        /// It was told.
        case told = "dicho"
        /// All that it expects was done in time.
        case met = "cumplido"
        /// Something that it expects was not.
        case missed = "fallido"
    }

    /// How the trainee learns of it.
    package enum Medium: String, CaseIterable, Sendable {
        case list = "lista"
        case gate = "puerta"
        case phone = "telefono"
        case failure = "averia"
        case visitor = "visitante"
        case clock = "reloj"
    }

    /// As the file names it.
    package let id: String
    /// When it happens.
    package var cue = Cue.at(0)
    /// The moment it belongs to.
    package var moment: String?
    /// What the trainee reads.
    package var synopsis = ""
    /// How the trainee learns of it.
    package var medium = Medium.gate
    /// Whom it is for: «ventanilla», «puerta», «mando».
    package var audience = Work.desk
    /// The desk that falls silent, in the middle of an interview, and does not come back.
    package var silentDesk: Int?
    /// Whether the printer works from now on; nil leaves it as it was.
    package var printer: Bool?
    /// What happens in the store by itself.
    package var happens: [ScriptedAct] = []
    /// What a good officer does, which the good player plays.
    package var good: [ScriptedAct] = []
    /// What a careless one does.
    package var careless: [ScriptedAct] = []
    /// What is expected of it.
    package var expects: [Expectation] = []
    /// What helps whoever does not know.
    package var hint = ""
    /// Whether it happens at all.
    package var isActive = true
}

/// An act that a scenario writes: a line of `send` in which `@name` stands for somebody, a group,
/// an officer (`@colega`) or something that came of an act before, `@{name}` for the same inside a
/// text, and `@22:55` for that hour.
package struct ScriptedAct: Sendable, Equatable {
    /// Who.
    package enum Actor: String, CaseIterable, Sendable {
        case trainee = "aprendiz"
        case colleague = "colega"
        case lead = "mando"
    }

    /// Seconds after the inject.
    package var delay = 0
    /// Who does it.
    package var actor = Actor.trainee
    /// The line of `send`.
    package var line: [String: JSON] = [:]
    /// Names for what comes of it: `papel` for the answer's member `paper`.
    package var keeps: [String: String] = [:]
    /// The line of the file on which it begins.
    package var place = 0
}

/// A fact of the journal that is expected, until when, and what it is worth.
package struct Expectation: Sendable, Equatable {
    /// What happens.
    package var kind = EventKind.received
    /// The name of whom it is about; nil is whoever.
    package var subject: String?
    /// What the fact says, by field: a text stands among a field's codes, a number is equal; true is
    /// whatever is said, null is nothing.
    package var fields: [String: JSON] = [:]
    /// How many such facts.
    package var count = 1
    /// It must not happen.
    package var isNever = false
    /// It counts from the start, not from the inject.
    package var countsFromStart = false
    /// Until so many seconds after the inject.
    package var within = 0
    /// Which.
    package var objective = ""
    /// What it is worth.
    package var points = 0
    /// Why it is expected, for the debrief.
    package var why = ""
}
