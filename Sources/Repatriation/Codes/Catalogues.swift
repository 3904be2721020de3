/// The closed lists of the interview. Codes are hand-given and never change; letters choose alone.
///
/// Sources: estado conyugal, escolaridad and parentesco after INEGI (ENOE); occupation: SINCO 2019
/// main groups; difficulty: Washington Group short set; languages: INALI's groupings by number of
/// speakers (census 2020) and by what returned people speak; sectors: US Border Patrol; stay:
/// the eight bands of INM's desk system (SIOM-R), and schooling and authorities with its answers;
/// what the second version of the form offered in their place stays an answer.
package enum Catalogues {
    private static func one(_ name: String, _ text: String) -> AnswerKind {
        .one(AnswerList(name, text))
    }
    private static func many(_ name: String, _ text: String) -> AnswerKind {
        .many(AnswerList(name, text))
    }

    /// Lists whose codes the rules themselves read: nobody adds to them or retires from them.
    package static let fixed: Set<String> = [
        "sex", "yesNo", "company", "travelCondition", "precision", "kinship",
    ]

    /// Codes that say there is nothing else to say.
    static let alone: Set<String> = ["none", "nothing", "unknown", "declined"]

    static let yesNo = one("yesNo", "yes s sí|yes; no n no|no")

    static let sex = one("sex", "H h hombre|man; M m mujer|woman; X x X|X")
    static let company = one(
        "company",
        "alone s sola o solo|alone; family f familia|family; others o otras personas|others")
    static let authorities = one(
        "authorities",
        """
        ICE i ICE; USBP u USBP; OFO o OFO; CBP/3 c CBP; USMS/3 m US Marshals; other x otra|other; \
        unknown n no sabe|does not know
        """)
    static let stay = one(
        "stay",
        """
        under1month 1 menos de un mes|under a month; months1to6/3 2 1–6 meses|1–6 months; \
        months7to12/3 7 7–12 meses|7–12 months; years1to5 3 1–5 años|1–5 years;
        years6to10 4 6–10 años|6–10 years; years11to20 5 11–20 años|11–20 years; \
        years21to40/3 6 21–40 años|21–40 years; over40years/3 8 más de 40 años|over 40 years;
        months1to11/-2 m 1–11 meses|1–11 months; over20years/-2 v más de 20 años|over 20 years
        """)
    static let schooling = one(
        "schooling",
        """
        none 0 ninguna|none; preschool 1 preescolar|preschool; \
        primaryIncomplete 2 primaria incompleta|primary, part;
        primary 3 primaria|primary; secondaryIncomplete 4 secundaria incompleta|secondary, part;
        secondary 5 secundaria|secondary; \
        highSchoolIncomplete 6 bachillerato incompleto|high school, part;
        highSchool 7 bachillerato o técnico|high school; teacherTraining 8 normal|teacher training;
        bachelorIncomplete/3 i licenciatura incompleta|degree, part; \
        bachelor/3 9 licenciatura|degree;
        postgraduateIncomplete/3 m posgrado incompleto|postgraduate, part; \
        postgraduate/3 p posgrado|postgraduate;
        degree/-2 d licenciatura o más|degree or more; unspecified n no especificado|unspecified
        """)
    static let precision = one(
        "precision",
        """
        exact e exacta|exact; estimated t estimada|estimated; ageOnly s sólo edad|age only; doubt \
        d en duda|in doubt
        """
    )
    static let curpSource = one(
        "curpSource",
        """
        document d documento|document; dictated t dictada|dictated; renapo r consulta \
        RENAPO|RENAPO query; none n no tiene|has none
        """
    )
    static let documents = many(
        "documents",
        """
        birthCertificate a acta|birth certificate; curp c CURP; ine i INE; \
        passport p pasaporte|passport;
        consularId m matrícula consular|consular ID; usLicence l licencia de EUA|US licence; \
        noPapers n ninguno|none
        """)
    static let biometrics = one(
        "biometrics",
        "elsewhere t tomada en otro sistema|taken elsewhere; no n no se tomó|not taken")
    static let countries = one(
        "countries", "MX m México|Mexico; US u Estados Unidos|United States; other o otro|other")
    static let maritalStatus = one(
        "maritalStatus",
        """
        single s soltera/o|single; union u unión libre|free union; married c casada/o|married; \
        separated p separada/o|separated;
        divorced d divorciada/o|divorced; widowed v viuda/o|widowed
        """)
    static let difficulty = one(
        "difficulty",
        "none 1 ninguna|none; some 2 poca|some; lots 3 mucha|a lot; cannot 4 no puede|cannot")
    static let detentionPlaces = one(
        "detentionPlaces",
        """
        crossing c cruce|crossing; sea m mar|sea; work t trabajo|work; home d domicilio|home; \
        street v calle o vehículo|street;
        jail p cárcel|jail; court j corte u oficina|court or office; other o otro|other
        """)
    static let detentionReasons = one(
        "detentionReasons",
        """
        noPapers s sin documentos|no papers; crossing c cruce irregular|irregular crossing;
        removalOrder r orden previa|earlier order; crime d delito cumplido|sentence served; \
        traffic v infracción vial|traffic;
        other o otra|other
        """)
    static let removals = one(
        "removals",
        """
        removal r remoción|removal; reinstatement i reinstalación|reinstatement; \
        expedited e remoción expedita|expedited removal;
        voluntary v retorno voluntario|voluntary return; title42 t expulsión sanitaria|Title 42; \
        other o otra|other
        """)
    static let travelCondition = one(
        "travelCondition",
        """
        accompanied a acompañada/o|accompanied; unaccompanied s no acompañada/o|unaccompanied; \
        separated p separada/o|separated
        """
    )
    static let progress = one(
        "progress", "yes s sí|yes; no n no|no; inProcess p en proceso|in process")
    static let english = one(
        "english", "none n nada|none; little p poco|a little; good b bien|well")
    static let exitPlans = one(
        "exitPlans",
        """
        family f familia|family; work t trabajo|work; study e estudiar|study; health s salud|health;
        stayHere q se queda en la frontera|stays at the border; undecided d no decide|undecided
        """)
    static let network = one(
        "network",
        """
        family f familia|family; friends a amistades|friends; nobody n nadie|nobody; institution \
        i institución|institution
        """
    )
    static let symptoms = many(
        "symptoms",
        """
        respiratory r respiratorio|respiratory; stomach g gastrointestinal|stomach; \
        injury l lesión|injury;
        worsening a agudización|worsening; mental m salud mental|mental health; none n ninguno|none
        """)
    static let missingThings = many(
        "missingThings",
        """
        money d dinero|money; identification i identificación|identification; \
        phone t teléfono|phone;
        medicine m medicinas|medicine; clothes r ropa|clothes; others o otros|others; \
        nothing n nada|nothing
        """)
    static let kinship = AnswerKind.one(kin)
    static let kinshipMany = AnswerKind.many(kin)
    private static let kin = AnswerList(
        "kinship",
        """
        spouse e esposa/o|spouse; child h hija/o|child; parent p madre o padre|parent; \
        sibling s hermana/o|sibling;
        grandparent a abuela/o|grandparent; grandchild n nieta/o|grandchild; \
        auntUncle t tía/o|aunt or uncle;
        nieceNephew b sobrina/o|niece or nephew; cousin c prima/o|cousin; inLaw u suegra/o|in-law; \
        guardian g tutora/tutor|guardian;
        unrelated x sin parentesco|unrelated
        """)
    /// SINCO 2019's nine main groups, three others, and quick picks of trades common in the United
    /// States.
    static let occupations = one(
        "occupations",
        """
        sinco1 1 dirección y jefatura|management; sinco2 2 profesional o técnica|professional;
        sinco3 3 administrativa|clerical; sinco4 4 comercio y ventas|sales; \
        sinco5 5 servicios y vigilancia|services;
        sinco6 6 campo y pesca|farming; sinco7 7 construcción y oficios|crafts; \
        sinco8 8 maquinaria y chofer|machines, driving;
        sinco9 9 elemental y de apoyo|elementary; household h hogar|household; \
        student e estudiante|student;
        unemployed d sin empleo|unemployed; construction c construcción|construction; \
        roofing t techado|roofing;
        gardening j jardinería|gardening; cooking k cocina|cooking; cleaning l limpieza|cleaning; \
        harvest p pizca|harvest;
        packing q empacadora|packing; trucking m manejo de camión|trucking; \
        mechanics n mecánica|mechanics;
        care u cuidado de personas|care
        """)
    static let sectors = one(
        "sectors",
        """
        sanDiego 1 San Diego; elCentro 2 El Centro; yuma 3 Yuma; tucson 4 Tucson; \
        elPaso 5 El Paso; bigBend 6 Big Bend;
        delRio 7 Del Rio; laredo 8 Laredo; rioGrande 9 Rio Grande Valley; otherSector o otra|other
        """)
    /// Where somebody crossed, by the stretches of ``BorderStretch`` and their towns.
    static let crossings = one(
        "crossings",
        """
        sanDiego 1 Tijuana–Tecate; elCentro 2 Mexicali; yuma 3 San Luis Río Colorado; \
        tucson 4 Sonoyta–Nogales–Agua Prieta; elPaso 5 Palomas–Juárez; bigBend 6 Ojinaga;
        delRio 7 Acuña–Piedras Negras; laredo 8 Nuevo Laredo; rioGrande 9 Reynosa–Matamoros; \
        bySea m por mar|by sea; withPapers v con visa o en avión|with a visa or by plane
        """)
    /// Local flags with the UNHCR family that each is told as.
    static let healthFlags = many(
        "healthFlags",
        """
        vitalEmergency u urgencia vital|vital emergency; injury l lesión|injury; \
        chronic c enfermedad crónica|chronic illness;
        noMedicine m sin su medicina|without own medicine; pregnancy e embarazo|pregnancy; \
        nursing t lactancia|nursing;
        mental s salud mental|mental health; substances q consumo|substance use; \
        disability d discapacidad|disability;
        older a persona mayor|older person; \
        womanAlone w mujer sola con niñas o niños|woman alone with children;
        lgbt g LGBTIQ+ (si lo dice)|LGBTIQ+ (if said); noPapers p sin documentos|without papers; \
        noMoney o sin dinero|without money;
        noNetwork r sin red familiar|no family network; \
        longAbsent y más de 10 años fuera|over 10 years away;
        homeless v en calle|homeless; threatened z amenaza donde va|threatened there; \
        nothing n nada|nothing
        """)
    /// UNHCR's two-letter families for exchange; flags without one are the desk's own.
    package static let unhcrFamilies: [String: String] = [
        "injury": "SM", "chronic": "SM", "noMedicine": "SM", "vitalEmergency": "SM", "mental": "SM",
        "pregnancy": "WR",
        "nursing": "WR", "disability": "DS", "older": "ER", "womanAlone": "SP", "lgbt": "LP",
        "noPapers": "LP",
        "threatened": "LP",
    ]
    static let languages = one(
        "languages",
        """
        spanish e español|Spanish; english i inglés|English; \
        LSM l LSM (lengua de señas)|LSM (sign language);
        nahuatl n náhuatl; maya m maya; tseltal t tseltal; tsotsil s tsotsil; mixteco x mixteco; \
        zapoteco z zapoteco; otomi o otomí;
        totonaco u totonaco; chol c ch'ol; mazateco a mazateco; huasteco h huasteco (tének); \
        mazahua b mazahua;
        tlapaneco p tlapaneco (mè'phàà); chinanteco 1 chinanteco; purepecha 2 purépecha; \
        mixe 3 mixe (ayuuk);
        tarahumara 4 tarahumara (rarámuri); zoque 5 zoque; tojolabal 6 tojolabal; amuzgo 7 amuzgo; \
        huichol 8 huichol (wixárika);
        chatino 9 chatino; mayo 0 mayo (yoreme); cora d cora; tepehuano f tepehuano; \
        triqui g triqui; popoloca j popoloca;
        cuicateco k cuicateco; huave q huave; yaqui r yaqui; pame v pame; mam w mam; \
        qanjobal y q'anjob'al; chuj ! chuj;
        popoluca # popoluca; otherLanguage + otra|other
        """)
}
