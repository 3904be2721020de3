/// What someone wants. Grouped by subject; each group has its own situation and its own file of rules.
package enum Command: Sendable, Equatable {
    case group(GroupCommand)
    case reception(Identifier<Reception>, ReceptionCommand)
    case of(AnyAct)
    case undo(Identifier<any Act>)
    /// Completes what another officer's command left pending.
    case confirm(Identifier<any Act>)
    case catalogue(CatalogueCommand)
    case rights(RightsCommand)
    case retention(RetentionCommand)
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
    /// How the group comes.
    package var mode: Mode?
    /// Who hands over.
    package var authority: Authority?
    /// Office or sector of the authority.
    package var office: String?
    /// When it should come.
    package var expectedAt: Instant?
    /// How many people the US paper declares.
    package var count: Int?
    /// Who called to announce it.
    package var calledBy: String?
    /// The phone of who called.
    package var phone: String?
    /// How many medical cases there are.
    package var medical: Int?
    /// How many families there are.
    package var families: Int?
    /// How many of the people are children.
    package var children: Int?

    /// Nothing said yet.
    package init() {}
}

/// A person as a list or an officer gives them; nil is «not given».
package struct PersonData: Sendable, Hashable {
    /// Given names, exactly as given.
    package var given: String?
    /// The one that comes first, or the only one.
    package var firstSurname: String?
    /// The one after it; many people have none.
    package var secondSurname: String?
    /// As in the official record.
    package var sex: Sex?
    /// Day of birth.
    package var birthDate: CivilDate?
    /// How well the day of birth is known; nil for a whole date.
    package var birthPrecision: Birth.Precision?
    /// State of birth, RENAPO's two letters.
    package var birthState: String?
    /// The key of the population register, as shown or dictated.
    package var curp: String?
    /// Remarks of the list.
    package var notes: String?
    /// Number of the US property tag.
    package var tag: String?
    /// Nobody knows the name; the description stands for it.
    package var isUnidentified = false
    package var description: String?
    /// What the remarks suggest; never confirmed by itself.
    package var suggested: Set<Flag> = []
    /// Country of citizenship that the list states.
    package var country: String?
    /// The US number on the list.
    package var alienNumber: String?
    /// The number of the line on the paper, as it is called from it; nil counts on.
    package var listNumber: Int?

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
    case tickLane(LaneStep, TickWords)
    case correctAge(AgeCorrection)
    case leaveAnyway(Leaving)
    case screen(ScreeningMade)
}

extension ReceptionCommand {
    /// Somebody may be gone after it.
    package var endsTheStay: Bool {
        switch self {
        case .release, .leaveAnyway: true
        default: false
        }
    }
}

/// How somebody leaves.
package struct Release: Sendable, Equatable {
    /// In which way.
    package var how: Exit
    /// Where to, as a state; nil takes the answer of the interview.
    package var destination: String?
    /// The municipality there, as the person says it.
    package var municipality: String?
    /// The institution that receives the person.
    package var institution: String?
    /// Who receives the person.
    package var name: String?
    /// What identifies who receives the person.
    package var credential: String?
    /// Plate of the vehicle.
    package var plate: String?
    /// The parent of the same group, for a child who leaves with the family.
    package var parent: Identifier<Reception>?
    /// Company to the bus.
    package var escort: Escort?
    /// Whether somebody without a birth date seems adult; nil leaves it as it was.
    package var seemsAdult: Bool?

    /// A way out without details.
    package init(_ how: Exit) { self.how = how }
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
