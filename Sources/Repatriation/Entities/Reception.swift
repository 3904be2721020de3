/// A person received once: on a list, at the point, out again. Somebody may have many, over the
/// years.
package struct Reception: Entity {
    package let id: Identifier<Reception>
    /// The provisional or linked person; never missing.
    package var person: Identifier<Person>
    /// The group this person came with.
    package var group: Identifier<Group>
    /// The point.
    package var point = PointCode.none
    /// The groups that this person was in before, the first first: a transfer to another point puts
    /// them in a new one, and is no second hand-over.
    package var formerGroups: [Identifier<Group>] = []
    /// The point of the first of those groups, where the hand-over is counted.
    package var firstPoint: PointCode?
    /// The stage in which the person left for another point; nil where they are not on the way.
    package var sentStage: Stage?
    /// The number they had there.
    package var sentTicket: Int?
    /// The number they had on its list; nil off the list.
    package var sentNumber: Int?
    /// The number on the list, from 1; nil off the list.
    package var listNumber: Int?
    /// Came without being on the list.
    package var isOffList = false
    /// The stage.
    package var stage = Stage.listed
    /// The number of the person today.
    package var ticket: Int?
    /// The working day of the series that the number belongs to.
    package var ticketDay: CivilDate?

    /// Given names, exactly as given (NFC).
    package var given: String?
    /// First surname.
    package var firstSurname: String?
    /// Second surname; many people have none.
    package var secondSurname: String?
    /// Nobody knows the name; the description stands for it.
    package var isUnidentified = false
    /// What the person looks like and carries, where there is no name.
    package var description: String?
    /// Sex as in the official record.
    package var sex: Sex?
    /// Day of birth.
    package var birthDate: CivilDate?
    /// An officer asked and the person, without a birth date, seems adult.
    package var seemsAdult = false
    /// Since when the age is doubted: a child until the Procuraduría decides.
    package var ageDoubtAt: Instant?
    /// On what the age as it stands rests, where it was doubted or corrected.
    package var ageSource: AgeSource?
    /// The decision or paper that it rests on.
    package var ageFolio: String?
    /// State of birth, RENAPO's two letters.
    package var birthState: String?
    /// The CURP as shown or dictated.
    package var curp: String?
    /// Remarks of the list.
    package var notes: String?
    /// What the list's remarks suggest; never confirmed by itself.
    package var suggested: Set<Flag> = []
    /// Country of citizenship that the list states, when it is not Mexico.
    package var listedCountry: String?
    /// The US number on the list.
    package var alienNumber: String?

    /// Number of the US property tag.
    package var tag: String?
    /// What came back; nil is «not asked yet».
    package var belongings: Belongings?
    /// When the person was received.
    package var receivedAt: Instant?
    /// Who received them.
    package var receivedBy: Identifier<Officer>?
    /// The point's working day at that moment (since the cut).
    package var receivedDay: CivilDate?
    /// The point's own day of the calendar then: what official tables count by.
    package var receivedDate: CivilDate?
    /// When what is counted of them last changed after that day was over; nil where it never did.
    package var recountedAt: Instant?
    /// When that day itself last changed, or they were received no more.
    package var dateMovedAt: Instant?
    /// Why the person did not come.
    package var absence: Absence?
    /// Who confirmed it.
    package var absenceConfirmedBy: String?
    /// Somebody who must be looked for.
    package var isUnlocated = false
    /// Since when.
    package var unlocatedSince: Instant?
    /// What was found.
    package var found: String?

    /// What the first questions found; nil is «not asked».
    package var flags: Set<Flag>?
    /// Who said alone that a vital emergency is none; nil once somebody else has looked.
    package var emergencyLiftedBy: Identifier<Officer>?
    /// The priority class's code.
    package var priority: String?
    /// The class's tier when it was given.
    package var tier: Int?
    /// The class's target in minutes when it was given.
    package var target: Int?
    /// Why the person was moved to their class; nil where the first questions gave it.
    package var priorityReason: String?
    /// When the person entered the queue; kept through everything.
    package var enteredAt: Instant?
    /// Not to be called before.
    package var notBefore: Instant?
    /// The desk that called or interviews.
    package var desk: Int?
    /// Whose the person was before another officer took them over.
    package var takenFrom: Identifier<Officer>?
    /// The call in force.
    package var call: Identifier<Call>?
    /// How often called again.
    package var recalls = 0
    /// How often called and not there.
    package var absences = 0
    /// Why set aside.
    package var pause: Pause?
    /// What an officer wrote at the last step of the queue.
    package var remark: String?

    /// Nationality as decided.
    package var nationality: Nationality?
    /// What proved it.
    package var proof: Proof?
    /// The written motive.
    package var motive: String?
    /// Since when nationality is pending.
    package var pendingSince: Instant?
    /// Who interpreted for the decision.
    package var interpreter: String?

    /// Where the person is.
    package var place: Place?
    /// With whom, or which hospital.
    package var placeWith: String?
    /// Folio of the certificate.
    package var certificate: String?
    /// When the interview was complete.
    package var registeredAt: Instant?
    /// How the person left.
    package var exit: Exit?
    /// When.
    package var exitAt: Instant?
    /// State of destination.
    package var destination: String?
    /// Municipality of destination, as it was said at the exit.
    package var exitMunicipality: String?
    /// The person left outside the point's general hours.
    package var leftOutOfHours = false
    /// Institution that received the person.
    package var receiverInstitution: String?
    /// Who received the person.
    package var receiverName: String?
    /// Credential of who received the person.
    package var receiverCredential: String?
    /// Plate of the vehicle.
    package var receiverPlate: String?
    /// The parent of the same group, for a child who leaves with the family.
    package var receiverReception: Identifier<Reception>?
    /// Company to the bus.
    package var escort: Escort?
    /// Answers of the interview by field name.
    package var answers = Answers()
    /// Answers that name people and places.
    package var personalAnswers = Answers()
    /// Answers that only a few roles may see.
    package var restrictedAnswers = Answers()
    /// The version of the form that the answers were taken with.
    package var formVersion: Int?
    /// The answers that came from the group and were passed.
    package var groupAnswers: Set<ProfileField> = []
    /// How the privacy notice was given.
    package var notice: Notice?
    /// Which version of it.
    package var noticeVersion: Int?
    /// When.
    package var noticeAt: Instant?
    /// The language that an interpreter was assigned for.
    package var interpreterLanguage: String?
    /// Its variant, or the town it is spoken in.
    package var interpreterVariant: String?
    /// How the interpreter is heard.
    package var interpreterMedium: Medium?
    /// Institution and name of the interpreter.
    package var interpreterWho: String?
    /// Since when.
    package var interpreterFrom: Instant?
    /// The family, by the identifier of its first member's reception.
    package var family: Identifier<Reception>?
    /// What the person is to that first member, as an earlier program kept it.
    package var kinship: Kinship?
    /// What others of the family are to this person, as far as it was told.
    package var ties: [Tie] = []
    /// People that an officer said this is not.
    package var notSame: [Identifier<Person>] = []
    /// The answer to the one question about being referred to ordinary services; nil is «not
    /// asked».
    package var serviceConsent: Bool?
    /// Which services the person wants here; nil is «not asked».
    package var serviceRoute: ServiceRoute?
    /// What the person opposed.
    package var opposes: Set<Opposition>?
    /// Since when the data are blocked: kept, and shown to nobody.
    package var blockedAt: Instant?
    /// The removal after which nothing personal is left.
    package var removal: Identifier<Removal>?
    /// When their CURP went to IMSS.
    package var toldIMSSAt: Instant?
    /// When the act that added the person off the list was taken back.
    package var retractedAt: Instant?
    /// What official tables count.
    package var counted = Statistics()

    package init(id: Identifier<Reception>) {
        self.id = id
        person = Identifier(id.value)
        group = Identifier(0)
    }

    package static let kind = EntityKind.reception
    package static let fieldsByName = indexed(fields)
}

extension Reception {
    package static let fields: [Field<Reception>] =
        identityFields + arrivalFields + queueFields + exitFields + profileFields
        + countedFields + restrictedFields

    private static let countedFields: [Field<Reception>] = [
        Field("countedSex", \.counted.sex, .statistical),
        Field("countedAges", \.counted.ages, .statistical),
        Field(
            "countedBirthState", \.counted.birthState, .statistical,
            says: Meaning.answering(.birthState)),
        Field("countedNationality", \.counted.nationality, .statistical),
        Field("countedCompany", \.counted.company, .statistical),
        Field("countedAuthority", \.counted.authority, .statistical),
        Field("countedMode", \.counted.mode, .statistical),
        Field("countedStay", \.counted.stay, .statistical, says: Meaning.answering(.stay)),
        Field(
            "countedSchooling", \.counted.schooling, .statistical,
            says: Meaning.answering(.schooling)),
        Field(
            "countedDetention", \.counted.detention, .statistical,
            says: Meaning.answering(.detentionState)),
        Field(
            "countedDestination", \.counted.destination, .statistical,
            says: Meaning.answering(.destination)),
        Field("countedRepeat", \.counted.repeatClass, .statistical),
        Field("countedTurn", \.counted.turn, .statistical),
        Field(
            "countedCrossing", \.counted.crossing, .statistical,
            says: Meaning.answering(.crossingStretch)),
        Field("countedOutOfHours", \.counted.isOutOfHours, .statistical),
        Field("countedSupport", \.counted.support, .statistical),
        Field("countedGiven", \.counted.given, .statistical),
        Field("countedDeclined", \.counted.declined, .statistical),
        Field("countedReferred", \.counted.referred, .statistical),
        Field("countedClaimed", \.counted.claimed, .statistical),
        Field("recountedAt", \.recountedAt, .statistical),
        Field("dateMovedAt", \.dateMovedAt, .statistical),
    ]

    /// What lists never carry: it lies in a table of its own.
    private static let restrictedFields: [Field<Reception>] = [
        Field("alienNumber", \.alienNumber, .restricted),
        Field("restrictedAnswers", bag: \.restrictedAnswers, .restricted),
    ]

    private static let identityFields: [Field<Reception>] = [
        Field("person", \.person), Field("group", \.group), Field("point", \.point),
        Field("listNumber", \.listNumber),
        Field("offList", \.isOffList), Field("stage", \.stage), Field("ticket", \.ticket),
        Field("ticketDay", \.ticketDay),
        Field("given", \.given, .personal), Field("firstSurname", \.firstSurname, .personal),
        Field("secondSurname", \.secondSurname, .personal), Field("unidentified", \.isUnidentified),
        Field("description", \.description, .personal), Field("sex", \.sex, .personal),
        Field("birthDate", \.birthDate, .personal), Field("seemsAdult", \.seemsAdult),
        Field("birthState", \.birthState, .personal, says: Meaning.answering(.birthState)),
        Field("curp", \.curp, .personal),
        Field("notes", \.notes, .sensitive), Field("suggested", \.suggested, .sensitive),
        Field("listedCountry", \.listedCountry, .personal), Field("tag", \.tag, .personal),
    ]

    private static let arrivalFields: [Field<Reception>] = [
        Field("belongings", \.belongings), Field("receivedAt", \.receivedAt),
        Field("receivedBy", \.receivedBy),
        Field("receivedDay", \.receivedDay), Field("receivedDate", \.receivedDate),
        Field("absence", \.absence),
        Field("absenceConfirmedBy", \.absenceConfirmedBy, .personal),
        Field("unlocated", \.isUnlocated),
        Field("unlocatedSince", \.unlocatedSince), Field("found", \.found, .personal),
    ]

    private static let queueFields: [Field<Reception>] = [
        Field("flags", \.flags, .sensitive),
        Field("emergencyLiftedBy", \.emergencyLiftedBy, .sensitive),
        Field("priority", \.priority, .sensitive, says: Meaning.priority),
        // Both tell the class as surely as its name.
        Field("tier", \.tier, .sensitive), Field("target", \.target, .sensitive),
        Field("priorityReason", \.priorityReason, .sensitive),
        Field("enteredAt", \.enteredAt), Field("notBefore", \.notBefore),
        Field("desk", \.desk), Field("takenFrom", \.takenFrom), Field("call", \.call),
        Field("recalls", \.recalls),
        Field("absences", \.absences),
        Field("pause", \.pause, .sensitive), Field("remark", \.remark, .personal),
        Field("nationality", \.nationality),
        Field("proof", \.proof),
        Field("motive", \.motive, .personal), Field("pendingSince", \.pendingSince),
        Field("interpreter", \.interpreter, .personal),
    ]

    private static let exitFields: [Field<Reception>] = [
        Field("place", \.place, .sensitive), Field("placeWith", \.placeWith, .personal),
        Field("certificate", \.certificate), Field("registeredAt", \.registeredAt),
        Field("exit", \.exit),
        Field("exitAt", \.exitAt),
        Field("destination", \.destination, .personal, says: Meaning.answering(.destination)),
        Field("receiverInstitution", \.receiverInstitution, .personal),
        Field("receiverName", \.receiverName, .personal),
        Field("receiverCredential", \.receiverCredential, .personal),
        Field("receiverPlate", \.receiverPlate, .personal),
        Field("receiverReception", \.receiverReception),
        Field("escort", \.escort), Field("answers", bag: \.answers, .sensitive),
    ]

    private static let profileFields: [Field<Reception>] = [
        Field("personalAnswers", bag: \.personalAnswers, .personal),
        Field("formVersion", \.formVersion),
        Field("groupAnswers", \.groupAnswers), Field("notice", \.notice),
        Field("noticeVersion", \.noticeVersion),
        Field("noticeAt", \.noticeAt),
        Field(
            "interpreterLanguage", \.interpreterLanguage, .sensitive,
            says: Meaning.answering(.motherTongue)),
        Field("interpreterVariant", \.interpreterVariant, .sensitive),
        Field("interpreterMedium", \.interpreterMedium),
        Field("interpreterWho", \.interpreterWho, .personal),
        Field("interpreterFrom", \.interpreterFrom), Field("family", \.family),
        Field("kinship", \.kinship, .sensitive), Field("notSame", \.notSame),
        Field("ties", \.ties, .sensitive), Field("serviceConsent", \.serviceConsent),
        Field("opposes", \.opposes, .personal), Field("blockedAt", \.blockedAt),
        Field("toldIMSSAt", \.toldIMSSAt),
        Field("removal", \.removal), Field("ageDoubtAt", \.ageDoubtAt),
        Field("ageSource", \.ageSource),
        Field("ageFolio", \.ageFolio, .personal),
        Field(
            "exitMunicipality", \.exitMunicipality, .personal,
            says: Meaning.answering(.destinationMunicipality)),
        Field("leftOutOfHours", \.leftOutOfHours), Field("retractedAt", \.retractedAt),
        Field("serviceRoute", \.serviceRoute), Field("formerGroups", \.formerGroups),
        Field("firstPoint", \.firstPoint), Field("sentStage", \.sentStage),
        Field("sentTicket", \.sentTicket), Field("sentNumber", \.sentNumber),
    ]

    /// Received and not out.
    package var isInside: Bool { stage.isInside }

    /// Sent by one point and not received yet by the other.
    package var isOnTheWay: Bool { sentStage != nil }

    /// Where they stand, in words: whoever was sent is on no list of the hand-over any more.
    package var stageWords: Bilingual {
        isOnTheWay ? Bilingual("en camino", "on the way") : stage.label
    }
}

extension Reception {
    var personName: PersonName {
        PersonName(given: given, firstSurname, secondSurname, description: description)
    }

    /// Given names and surnames in the order of speech; empty when there is no name.
    package var fullName: String { personName.spoken }
}
