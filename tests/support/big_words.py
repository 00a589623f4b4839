"""Words for a large journey in four languages, of the length that people write on a map."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BigWords:
    """What a large journey says: lists are gone through again and again as long as is needed."""

    title: str
    summary: str
    personas: tuple[tuple[str, str], ...]
    channels: tuple[str, ...]
    phases: tuple[str, ...]
    steps: tuple[str, ...]
    mindset: tuple[str, ...]
    touchpoints: tuple[str, ...]
    actions: tuple[str, ...]
    behind: tuple[tuple[str, str, str], ...]
    feelings: tuple[str, ...]
    quotes: tuple[str, ...]
    pains: tuple[str, ...]
    gains: tuple[str, ...]
    questions: tuple[str, ...]
    kpis: tuple[str, ...]
    changes: tuple[str, ...]
    source: str
    ways: tuple[str, ...]


EN = BigWords(
    title="Moving to a green electricity contract",
    summary="From the first doubt about the bill to the second winter with the new contract.",
    personas=(("Camille", "Buys for the planet"), ("Marc", "Buys for the price")),
    channels=("Website", "Customer portal", "Hotline", "Letter", "Shop", "Installer"),
    phases=("Doubt", "Search", "Comparison", "Contract", "Switch", "First bill", "Use", "Renewal"),
    steps=("Look around", "Decide", "Act"),
    mindset=("I want to do the right thing without paying for it twice.", "Is anything left?"),
    touchpoints=(
        "Article in the local press",
        "Tariff calculator",
        "Comparison portal",
        "Call with an adviser",
        "Contract in the customer portal",
        "Welcome letter",
        "Visit of the meter technician",
        "Reading the meter by phone",
        "First monthly bill",
        "Reminder about the payment",
        "Message about a tariff change",
        "Invitation to renew",
    ),
    actions=(
        "Compares the yearly price with the old bill",
        "Looks for the origin of the electricity",
        "Types in the number of the meter, twice",
        "Waits for an answer and reads the small print",
        "Asks a neighbour who switched last year",
    ),
    behind=(
        ("Back office", "Checks the number of the meter by hand", "Billing system"),
        ("Adviser", "Looks up the old contract", "Customer file"),
        ("Grid operator", "Confirms the date of the switch", "Market messages"),
    ),
    feelings=("hopeful", "uncertain", "annoyed", "relieved", "surprised", "proud"),
    quotes=(
        "I typed it in three times, and nobody told me which number they meant.",
        "At last somebody who answers in whole sentences.",
        "The bill has four pages, and I understand half of the first one.",
    ),
    pains=(
        "Nobody says when the switch will really happen",
        "The number of the meter is asked for twice",
        "The price shown first leaves out the basic fee",
        "The hotline closes before people are home from work",
    ),
    gains=("A price that holds for a year", "One person who knows the case"),
    questions=("Will the lights go out on the day?", "Who repairs the meter now?"),
    kpis=("Abandoned contracts", "Time until the switch", "Calls about the bill"),
    changes=(
        "Photograph of the meter instead of its number",
        "Say the date of the switch at once",
        "Bill on one page",
    ),
    source="Interviews with people who switched",
    ways=("All online", "With an adviser"),
)

FR = BigWords(
    title="Passer à un contrat d’électricité verte",
    summary="Du premier doute sur la facture au deuxième hiver avec le nouveau contrat.",
    personas=(("Camille", "Achète pour la planète"), ("Marc", "Achète pour le prix")),
    channels=("Site", "Espace client", "Téléphone", "Courrier", "Boutique", "Installateur"),
    phases=(
        "Doute",
        "Recherche",
        "Comparaison",
        "Souscription",
        "Changement",
        "Première facture",
        "Usage",
        "Reconduction",
    ),
    steps=("Se renseigner", "Choisir", "Agir"),
    mindset=("Bien faire, sans payer deux fois.", "Reste-t-il une mauvaise surprise ?"),
    touchpoints=(
        "Article dans la presse locale",
        "Calculateur de tarif",
        "Comparateur en ligne",
        "Appel à un conseiller",
        "Contrat dans l’espace client",
        "Lettre de bienvenue",
        "Passage du technicien",
        "Relevé du compteur par téléphone",
        "Première facture mensuelle",
        "Relance de paiement",
        "Message sur le changement de tarif",
        "Invitation à renouveler",
    ),
    actions=(
        "Compare le prix annuel à son ancienne facture",
        "Cherche l’origine de l’électricité",
        "Saisit deux fois le numéro du compteur",
        "Attend une réponse et lit les petites lignes",
        "Demande à une voisine qui a changé l’an dernier",
    ),
    behind=(
        ("Gestion", "Vérifie à la main le numéro du compteur", "Facturation"),
        ("Conseiller", "Retrouve l’ancien contrat", "Fichier des clients"),
        ("Gestionnaire de réseau", "Confirme la date du changement", "Échanges de marché"),
    ),
    feelings=("plein d’espoir", "hésitant", "agacé", "soulagé", "surpris", "fière"),
    quotes=(
        "Je l’ai saisi trois fois, et personne ne m’a dit de quel numéro on parlait.",
        "Enfin quelqu’un qui répond par des phrases entières.",
        "Quatre pages de facture, et je comprends la moitié de la première.",
    ),
    pains=(
        "Personne ne dit quand le changement aura vraiment lieu",
        "Le numéro du compteur est demandé deux fois",
        "Le premier prix affiché oublie l’abonnement",
        "Le téléphone ferme avant le retour du travail",
    ),
    gains=("Un prix garanti pendant un an", "Une personne qui connaît le dossier"),
    questions=("Y aura-t-il une coupure ce jour-là ?", "Qui répare le compteur, maintenant ?"),
    kpis=("Souscriptions abandonnées", "Délai de changement", "Appels sur la facture"),
    changes=(
        "Photographier le compteur au lieu d’en saisir le numéro",
        "Annoncer tout de suite la date du changement",
        "Une facture d’une page",
    ),
    source="Entretiens avec des clients qui ont changé",
    ways=("Tout en ligne", "Avec un conseiller"),
)

DE = BigWords(
    title="Wechsel zu einem Ökostromvertrag",
    summary="Vom ersten Zweifel an der Rechnung bis zum zweiten Winter mit dem neuen Vertrag.",
    personas=(("Camille", "Kauft für das Klima"), ("Marc", "Kauft nach dem Preis")),
    channels=("Website", "Kundenportal", "Telefon", "Brief", "Geschäft", "Handwerksbetrieb"),
    phases=(
        "Zweifel",
        "Suche",
        "Vergleich",
        "Vertragsabschluss",
        "Anbieterwechsel",
        "Erste Rechnung",
        "Nutzung",
        "Vertragsverlängerung",
    ),
    steps=("Umsehen", "Entscheiden", "Handeln"),
    mindset=("Das Richtige tun, ohne doppelt zu bezahlen.", "Kommt noch etwas nach?"),
    touchpoints=(
        "Artikel in der Lokalzeitung",
        "Tarifrechner",
        "Stromvergleichsportal",
        "Gespräch mit der Kundenberatung",
        "Vertragsunterlagen im Kundenportal",
        "Begrüßungsschreiben",
        "Besuch des Zählertechnikers",
        "Telefonische Zählerstandsmeldung",
        "Erste Monatsabrechnung",
        "Zahlungserinnerung",
        "Benachrichtigung zur Tarifänderung",
        "Einladung zur Vertragsverlängerung",
    ),
    actions=(
        "Vergleicht den Jahrespreis mit der alten Rechnung",
        "Sucht nach der Herkunft des Stroms",
        "Tippt die Zählernummer ein, zweimal",
        "Wartet auf Antwort und liest das Kleingedruckte",
        "Fragt die Nachbarin, die letztes Jahr gewechselt hat",
    ),
    behind=(
        ("Sachbearbeitung", "Prüft die Zählernummer von Hand", "Abrechnungssystem"),
        ("Kundenberatung", "Sucht den alten Vertrag heraus", "Kundendatei"),
        ("Netzbetreiber", "Bestätigt den Wechseltermin", "Marktkommunikation"),
    ),
    feelings=("hoffnungsvoll", "unsicher", "verärgert", "erleichtert", "überrascht", "stolz"),
    quotes=(
        "Dreimal eingetippt, und niemand sagt, welche Nummer gemeint ist.",
        "Endlich jemand, der in ganzen Sätzen antwortet.",
        "Die Rechnung hat vier Seiten, ich verstehe die halbe erste.",
    ),
    pains=(
        "Niemand sagt, wann der Anbieterwechsel wirklich stattfindet",
        "Die Zählernummer wird zweimal verlangt",
        "Der angezeigte Preis verschweigt die Grundgebühr",
        "Die Telefonberatung schließt vor Feierabend",
    ),
    gains=("Ein Jahr lang garantierter Preis", "Eine Ansprechperson, die den Fall kennt"),
    questions=("Geht an dem Tag das Licht aus?", "Wer repariert jetzt den Zähler?"),
    kpis=("Abgebrochene Vertragsabschlüsse", "Dauer bis zum Wechsel", "Anrufe zur Rechnung"),
    changes=(
        "Foto des Zählers statt Zählernummer",
        "Wechseltermin sofort nennen",
        "Rechnung auf einer Seite",
    ),
    source="Gespräche mit Wechselkunden",
    ways=("Alles online", "Mit Beratung"),
)

AR = BigWords(
    title="الانتقال إلى عقد كهرباء خضراء",
    summary="من أول شك في الفاتورة إلى الشتاء الثاني مع العقد الجديد.",
    personas=(("كاميليا", "تشتري من أجل البيئة"), ("مروان", "يشتري حسب السعر")),
    channels=("الموقع", "حساب العميل", "الهاتف", "البريد", "المتجر", "الفني"),
    phases=(
        "الشك",
        "البحث",
        "المقارنة",
        "التعاقد",
        "الانتقال",
        "الفاتورة الأولى",
        "الاستخدام",
        "التجديد",
    ),
    steps=("الاطلاع", "القرار", "التنفيذ"),
    mindset=("أريد أن أفعل الصواب دون أن أدفع مرتين.", "هل بقيت مفاجأة أخرى؟"),
    touchpoints=(
        "مقال في الصحيفة المحلية",
        "حاسبة التعرفة",
        "موقع مقارنة الأسعار",
        "مكالمة مع المستشار",
        "العقد في حساب العميل",
        "رسالة الترحيب",
        "زيارة فني العدادات",
        "قراءة العداد بالهاتف",
        "أول فاتورة شهرية",
        "تذكير بالدفع",
        "رسالة عن تغيير التعرفة",
        "دعوة إلى التجديد",
    ),
    actions=(
        "تقارن السعر السنوي بالفاتورة القديمة",
        "تبحث عن مصدر الكهرباء",
        "تكتب رقم العداد مرتين",
        "تنتظر الجواب وتقرأ الشروط الصغيرة",
        "تسأل جارة انتقلت في العام الماضي",
    ),
    behind=(
        ("الإدارة", "تتحقق من رقم العداد يدويا", "نظام الفوترة"),
        ("المستشار", "يبحث عن العقد القديم", "ملف العملاء"),
        ("مشغل الشبكة", "يؤكد تاريخ الانتقال", "رسائل السوق"),
    ),
    feelings=("متفائلة", "مترددة", "منزعجة", "مرتاحة", "متفاجئة", "فخورة"),
    quotes=(
        "كتبت الرقم ثلاث مرات، ولم يقل لي أحد أي رقم يقصدون.",
        "أخيرا شخص يجيب بجمل كاملة.",
        "الفاتورة أربع صفحات، وأفهم نصف الأولى فقط.",
    ),
    pains=(
        "لا أحد يقول متى يتم الانتقال فعلا",
        "يطلب رقم العداد مرتين",
        "السعر المعروض أولا لا يشمل الرسوم الثابتة",
        "يغلق الهاتف قبل عودة الناس من العمل",
    ),
    gains=("سعر ثابت لمدة عام", "شخص واحد يعرف الملف"),
    questions=("هل تنقطع الكهرباء في ذلك اليوم؟", "من يصلح العداد الآن؟"),
    kpis=("العقود المتروكة", "مدة الانتقال", "المكالمات عن الفاتورة"),
    changes=("صورة للعداد بدلا من رقمه", "إعلان تاريخ الانتقال فورا", "فاتورة من صفحة واحدة"),
    source="مقابلات مع من انتقلوا",
    ways=("كل شيء عبر الموقع", "مع مستشار"),
)

BIG_WORDS = {"en": EN, "fr": FR, "de": DE, "ar": AR}
