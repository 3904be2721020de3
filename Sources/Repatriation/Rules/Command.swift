/// What someone wants. Grouped by subject; each group has its own situation and its own file of rules.
package enum Command: Sendable, Equatable {
    case group(GroupCommand)
    case reception(Identifier<Reception>, ReceptionCommand)
    case desk(PointCode, DeskCommand)
    case undo(Identifier<Act>)
    /// Completes what another officer's command left pending.
    case confirm(Identifier<Act>)
    case catalogue(CatalogueCommand)
    case care(CareCommand)
    case inquiry(InquiryCommand)
    case rights(RightsCommand)
    case retention(RetentionCommand)
}

extension Command {
    /// Its act can be taken back: ``UndoRules`` knows the kinds of its events.
    package var isUndoable: Bool {
        switch self {
        case .desk(_, .callNext): true
        case .reception(_, let command):
            switch command {
            case .receive, .noShow, .triage, .setNationality, .call, .linkPerson, .unlinkPerson, .notSamePerson,
                .setFamily:
                true
            default: false
            }
        default: false
        }
    }
}

/// What can be wanted of a group and its list.
package enum GroupCommand: Sendable, Equatable {
    case announce(PointCode, Announcement)
    case amend(Identifier<Group>, Announcement)
    case addToList(Identifier<Group>, [PersonData], fingerprint: String? = nil)
    case arrive(Identifier<Group>, headcount: Int?)
    case headCount(Identifier<Group>, CountPlace, Int, reason: String?)
    case pointHeadCount(PointCode, CountPlace, Int)
    case addOffList(Identifier<Group>, PersonData)
    case balance(Identifier<Group>, reason: String?)
    case close(Identifier<Group>)
    case reopen(Identifier<Group>, reason: String?)
}

/// What is known of a group before and when it comes; nil is «not said».
package struct Announcement: Sendable, Equatable {
    package var mode: Mode?
    package var authority: Authority?
    package var office: String?
    package var expectedAt: Instant?
    package var count: Int?
    package var calledBy: String?
    package var phone: String?
    package var medical: Int?
    package var families: Int?
    package var children: Int?

    /// Nothing said yet.
    package init() {}
}

/// A person as a list or an officer gives them; nil is «not given».
package struct PersonData: Sendable, Hashable {
    package var given: String?
    package var firstSurname: String?
    package var secondSurname: String?
    package var sex: Sex?
    package var birthDate: CivilDate?
    package var birthState: String?
    package var curp: String?
    package var notes: String?
    package var tag: String?
    package var isUnidentified = false
    package var description: String?
    package var suggested: Set<Flag> = []
    package var country: String?
    package var alienNumber: String?

    /// Nothing given yet.
    package init() {}
}

/// What can be wanted for one person.
package enum ReceptionCommand: Sendable, Equatable {
    case receive(Belongings?, tag: String?)
    case noShow(Absence, confirmedBy: String?)
    case locate(found: String)
    case amendPerson(PersonData, seemsAdult: Bool?)
    case setNationality(Nationality, Proof?, motive: String?, interpreter: String?, mexicanParent: Bool?)
    case triage(Set<Flag>)
    case call(desk: Int, reason: String?)
    case recall(reason: String?)
    case notPresent(reason: String?)
    case park(Pause?, reason: String?)
    case resume(reason: String?)
    case startInterview(desk: Int)
    case setPlace(Place, with: String?)
    case takeOver(desk: Int)
    /// Answers by field; an empty one is taken back, except sex and birth date, which are only corrected.
    case saveProfile([ProfileField: String], fromGroup: Set<ProfileField> = [])
    case noticeGiven(version: Int, Notice)
    case assignInterpreter(language: String, variant: String?, Medium, who: String)
    /// The family of this person: the others and what each is to this one, nil where nobody said.
    case setFamily([Identifier<Reception>], [Kinship?])
    case linkPerson(Identifier<Person>)
    case unlinkPerson
    case notSamePerson(Identifier<Person>)
    case issueCertificate
    case release(Release)
}

/// How somebody leaves.
package struct Release: Sendable, Equatable {
    package var how: Exit
    package var destination: String?
    package var institution: String?
    package var name: String?
    package var credential: String?
    package var plate: String?
    package var parent: Identifier<Reception>?
    package var escort: Escort?
    package var seemsAdult: Bool?

    /// A way out without details.
    package init(_ how: Exit) { self.how = how }
}

/// What can be wanted of a point's desks.
package enum DeskCommand: Sendable, Equatable {
    case openShift
    case closeShift
    case setPeak(reason: String?)
    case open(Int, attends: Set<Attention>?)
    case pause(Int, reason: String?)
    case close(Int)
    case callNext(Int)

    /// The desk it is about.
    package var desk: Int? {
        switch self {
        case .openShift, .closeShift, .setPeak: nil
        case .open(let desk, _), .pause(let desk, _), .close(let desk), .callNext(let desk): desk
        }
    }
}

/// What can be wanted of the catalogues.
package enum CatalogueCommand: Sendable, Equatable {
    case setPoint(PointCode, [String: Value])
    case addOfficer(name: String, account: String?, roles: Set<OfficerRole>)
    /// Grants or takes a role, suspends or brings back, binds an account.
    case setOfficer(Identifier<Officer>, OfficerChange)
    /// Adds, rewords, retires or brings back one entry of a closed list or a municipality.
    case setEntry(catalogue: String, code: String, EntryWords)
    /// A password was set, by the officer or as a first one; the journal holds nothing more of it.
    case notePassword(Identifier<Officer>)
    /// A whole catalogue of municipalities in the place of the one before; those no longer in it are retired.
    case setMunicipalities([Municipality])
}
