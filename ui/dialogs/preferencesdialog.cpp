#include "ui/dialogs/preferencesdialog.h"

#include "core/document/numbertext.h"
#include "core/settings/preferences.h"
#include "ui/common/announce.h"
#include "ui/common/choicekeys.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/fittingarea.h"
#include "ui/common/flowlayout.h"
#include "ui/common/screenroom.h"
#include "ui/common/translations.h"
#include "ui/dialogs/proxypanel.h"
#include "ui/dialogs/trustpanel.h"
#include "ui/look/card.h"
#include "ui/look/characterwidth.h"
#include "ui/look/paragraph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <optional>
#include <utility>

namespace lanyard {

namespace {

constexpr int WidthInCharacters = 80;
constexpr int SecondsInCharacters = 10;

std::optional<int> secondsFrom(const QString &text)
{
    const auto number = readNumber(text, QLocale(), true).number;
    if (!number || number->text().size() > 9)
        return std::nullopt;
    return number->text().toInt();
}

// The unit stands beside the field.
void sayMisfit(QLineEdit *field, TonedLabel *label, const QString &misfit)
{
    describeField(field, misfit.isEmpty() ? PreferencesDialog::tr("seconds") : misfit, !misfit.isEmpty());
    label->setVisible(!misfit.isEmpty());
    if (label->text() == misfit)
        return;
    label->setText(misfit);
    if (!misfit.isEmpty())
        announceAfterFocus(label, misfit);
}

} // namespace

PreferencesDialog::PreferencesDialog(Preferences &preferences, TrustSettings &trust, QWidget *parent)
    : QDialog(parent), m_preferences(preferences)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    setSpaces(*parts, DialogMargin, Space::Medium);
    addDrafts(addGroup(parts, tr("Privacy")));
    addClipboard(addGroup(parts, tr("Clipboard")));
    addExpiry(addGroup(parts, tr("Notifications")));
    QBoxLayout *connection = addGroup(parts, tr("Connection"));
    addRestoreAll(connection);
    connection->addWidget(new ProxyPanel(preferences));
    addGroup(parts, tr("Trusted servers"))->addWidget(new TrustPanel(trust));
    addAppearance(addGroup(parts, tr("Appearance")));
    addLanguage(addGroup(parts, tr("Language")));
    parts->addStretch();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    wordButtons(*buttons);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Clo&se")); // C is taken
    buttons->setContentsMargins(space(DialogMargin), 0, space(DialogMargin), 0);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Medium);
    layout->setContentsMargins(0, 0, 0, space(DialogMargin));
    layout->addWidget(new FittingArea(content), 1);
    layout->addWidget(buttons);

    // As tall as its size hint, but no larger than the window: the rest can be scrolled to.
    const QSize room = parent->size().boundedTo(roomOnScreen(*this));
    const int width = qMin(characterWidth(fontMetrics()) * WidthInCharacters, room.width());
    const int height = parts->hasHeightForWidth() ? parts->totalHeightForWidth(width) : parts->sizeHint().height();
    resize(width,
           qMin(height + buttons->sizeHint().height() + space(Space::Medium) + space(DialogMargin), room.height()));
}

// A card under its title.
QBoxLayout *PreferencesDialog::addGroup(QBoxLayout *layout, const QString &title)
{
    if (layout->count() > 0)
        layout->addSpacing(space(Space::Medium));
    layout->addWidget(new Heading(title, 1));
    auto *card = new Card;
    card->setAccessibleName(title);
    auto *parts = new QVBoxLayout(card);
    setSpaces(*parts, Space::Large, Space::Medium);
    layout->addWidget(card);
    return parts;
}

void PreferencesDialog::addAppearance(QBoxLayout *layout)
{
    auto *row = new FlowLayout;
    row->setSpacing(space(Space::Large));
    layout->addLayout(row);
    PlainLabel *problem = addProblem(layout);
    const std::pair<QString, Appearance> choices[] = {
        {tr("Syste&m"), Appearance::System}, {tr("Li&ght"), Appearance::Light}, {tr("&Dark"), Appearance::Dark}};
    QList<QRadioButton *> buttons;
    for (const auto &[text, appearance] : choices) {
        auto *choice = new QRadioButton(text);
        buttons << choice;
        choice->setChecked(m_preferences.appearance() == appearance);
        row->addWidget(choice);
        connect(choice, &QRadioButton::toggled, this, [this, problem, wanted = appearance](bool isChosen) {
            if (isChosen)
                problem->setVisible(!m_preferences.setAppearance(wanted));
        });
    }
    new ChoiceKeys(tr("Appearance"), buttons);
}

void PreferencesDialog::addLanguage(QBoxLayout *layout)
{
    auto *language = new QComboBox;
    language->addItem(tr("System default"), QString());
    const QStringList found = translatedLanguages();
    for (const QString &code : found)
        language->addItem(languageName(code), code);
    language->setCurrentIndex(qMax(0, language->findData(m_preferences.language())));
    auto *label = new PlainLabel(tr("La&nguage"));
    label->setBuddy(language);
    auto *row = new FlowLayout;
    row->addWidget(label);
    row->addWidget(language);
    auto *about = note(tr("It changes when Lanyard is started again."));
    language->setAccessibleDescription(about->text());
    attachText(*about, *language);
    layout->addLayout(row);
    layout->addWidget(about);
    auto *problem = addProblem(layout);
    connect(language, &QComboBox::activated, this, [this, language, problem] {
        problem->setVisible(!m_preferences.setLanguage(language->currentData().toString()));
    });
}

void PreferencesDialog::addClipboard(QBoxLayout *layout)
{
    auto *seconds = new QLineEdit(QString::number(m_preferences.clipboardSeconds()));
    seconds->setAlignment(Qt::AlignRight);
    seconds->setFixedWidth(characterWidth(fontMetrics()) * SecondsInCharacters);
    seconds->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // its unit stands beside it
    auto *label = new PlainLabel(tr("&Clear copied keys from the clipboard after"));
    label->setBuddy(seconds);
    label->setWordWrap(true);
    auto *row = new FlowLayout;
    row->addWidget(label);
    row->addWidget(seconds);
    //: After the number.
    auto *unit = new PlainLabel(tr("seconds"));
    attachText(*unit, *seconds);
    row->addWidget(unit);
    layout->addLayout(row);
    auto *misfit = new TonedLabel;
    misfit->setWordWrap(true);
    misfit->setTone(Tone::Bad);
    layout->addWidget(misfit);
    attachText(*misfit, *seconds);
    sayMisfit(seconds, misfit, {});
    auto *problem = addProblem(layout);
    // Not during typing: 12 is on the way to 120, and a choice that applies at once would be the wrong one.
    const auto take = [this, seconds, misfit, problem] {
        m_secondsPause->cancel(); // it is over
        const auto wanted = secondsFrom(seconds->text());
        const bool fits = wanted && *wanted >= Preferences::ShortestClipboardSeconds &&
                          *wanted <= Preferences::LongestClipboardSeconds;
        sayMisfit(seconds, misfit, fits ? QString() : secondsMisfit());
        if (fits)
            problem->setVisible(!m_preferences.setClipboardSeconds(*wanted));
    };
    const auto judge = [this, seconds, misfit] {
        const auto typed = secondsFrom(seconds->text());
        const bool mayFit = seconds->text().isEmpty() || (typed && *typed <= Preferences::LongestClipboardSeconds);
        if (mayFit || !m_secondsPause->isAwaited())
            sayMisfit(seconds, misfit, mayFit ? QString() : secondsMisfit());
    };
    m_secondsPause = std::make_unique<TypingPause>(seconds, judge);
    connect(seconds, &QLineEdit::textChanged, this, [this, judge] {
        m_secondsPause->await();
        judge();
    });
    connect(seconds, &QLineEdit::editingFinished, this, take);
    connect(this, &QDialog::finished, this, take);
}

QString PreferencesDialog::secondsMisfit() const
{
    return tr("Enter a whole number from %1 to %2. Until then, %n second(s) apply.", nullptr,
              m_preferences.clipboardSeconds())
        .arg(QString::number(Preferences::ShortestClipboardSeconds),
             QString::number(Preferences::LongestClipboardSeconds));
}

// Shown if a choice could not be saved.
PlainLabel *PreferencesDialog::addProblem(QBoxLayout *layout)
{
    auto *problem = new PlainLabel(tr("This could not be saved; it applies until you quit."));
    problem->setWordWrap(true);
    problem->hide();
    layout->addWidget(problem);
    connect(&m_preferences, &Preferences::written, problem, &QWidget::hide);
    return problem;
}

} // namespace lanyard

#include "moc_preferencesdialog.cpp"
