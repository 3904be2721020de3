/// A closed list of codes that travel by their hand-given names and are never renamed.
package protocol Code: RawRepresentable<String>, CaseIterable, Sendable, Hashable, Storable {
    /// The code in words, as screens and papers say it.
    var label: Bilingual { get }
}

/// How a group comes.
package enum Mode: String, Code { case bus, van, foot, flight, notStated }
/// Who hands over.
package enum Authority: String, Code {
    case ice = "ICE"
    case usbp = "USBP"
    case ofo = "OFO"
    case other, notStated
}
/// Sex as in the official Mexican record.
package enum Sex: String, Code {
    case man = "H"
    case woman = "M"
    case other = "X"
}
/// What a person got back of their belongings.
package enum Belongings: String, Code { case all, part, none, hadNone }
/// Why someone on the list did not come.
package enum Absence: String, Code {
    case notDelivered, leftBeforeRollCall, unknown

    /// The person touched Mexican soil or nobody knows: a person to be looked for.
    package var isAlarm: Bool { self != .notDelivered }
}
/// What a signed sheet of a roll call says of somebody.
package enum RollMark: String, Code {
    case all, part, none, hadNone, notDelivered, leftBeforeRollCall, unknown

    /// What they brought; nil for whoever did not come.
    package var belongings: Belongings? { Belongings(rawValue: rawValue) }
    /// Why they did not come; nil for whoever did.
    package var absence: Absence? { Absence(rawValue: rawValue) }
}
/// Nationality as decided at the desk (Ley de Migración, art. 36).
package enum Nationality: String, Code { case accredited, pending, notAccredited, foreign }
/// What proves nationality (Ley de Migración, art. 36; CURP with photograph: LGP art. 91 Bis,
/// 2025).
package enum Proof: String, Code {
    case passport, citizenId, birthCertificate, consularId, naturalisation, certificate, photoCURP,
        otherDocument
    case conviction
}
/// What the first questions found.
package enum Flag: String, Code {
    case vitalEmergency, unaccompaniedChild, medical, pregnant, disability, older, reserved,
        smallChildren
    case noSpanish, deaf, warrant, familySplit
}
/// What a desk declares that it attends.
package enum Attention: String, Code { case general, priority, opi, medical }
/// Where a head count was made.
package enum CountPlace: String, Code { case line, room, handover }
/// How somebody leaves the point.
package enum Exit: String, Code {
    case ownMeans, bus, flight, shelter, relative, dif, hospital, authority, ownDecision, unknown,
        died, notAdmitted

    /// Ways out that are open from any state.
    package var isFromAnyState: Bool {
        [.hospital, .authority, .ownDecision, .died, .dif].contains(self)
    }
}
/// Whether company to the bus was offered after dark.
package enum Escort: String, Code { case offered, accepted, declined }
/// Where someone is inside the point.
package enum Place: String, Code {
    case roomA, roomB, dining, washroom, infirmary, childrensRoom, privateInterview, dormitory,
        yard, hospital, transfer
}
/// Which services somebody wants of the point, said once at the door: what a point tells at a glance
/// by the colour of a wristband (Ciudad Juárez, February 2025).
package enum ServiceRoute: String, Code { case stays, cardOnly, servicesOnly, goes }
/// Why someone is set aside for a while.
package enum Pause: String, Code {
    case washroom, doctor, call, interpreter, opi, authority, asleep
}
/// The stage of a reception.
package enum Stage: String, Code {
    case listed, noShow, received, waiting, called, inInterview, parked, registered, inSupport,
        released
    case foreign, notAccredited

    /// Called to a desk, or spoken with at one.
    package var isAttended: Bool { [.called, .inInterview].contains(self) }
    /// Received and not out.
    package var isInside: Bool { ![.listed, .noShow, .released].contains(self) }
}
/// The stage of a group, as far as it is recorded; the rest is derived from its people.
package enum GroupStage: String, Code { case announced, arrived, balanced, concluded }
/// Whether a desk works.
package enum DeskState: String, Code { case closed, open, paused }
/// How the privacy notice was given.
package enum Notice: String, Code { case read, handed, ownLanguage, interpreted }
/// How an interpreter is heard.
package enum Medium: String, Code { case present, phone, video, companion }
/// What one member of a family is to another (ENOE).
package enum Kinship: String, Code {
    case first, spouse, child, parent, sibling, grandparent, grandchild, auntUncle, nieceNephew,
        cousin, inLaw, guardian
    case ward, unrelated

    /// The same tie seen from the other end.
    package var inverse: Kinship {
        switch self {
        case .child: .parent
        case .parent: .child
        case .grandparent: .grandchild
        case .grandchild: .grandparent
        case .auntUncle: .nieceNephew
        case .nieceNephew: .auntUncle
        case .guardian: .ward
        case .ward: .guardian
        case .first, .spouse, .sibling, .cousin, .inLaw, .unrelated: self
        }
    }
}
/// How a call ended.
package enum CallOutcome: String, Code {
    case open, interview, attended, absent, parked, undone, left
}
