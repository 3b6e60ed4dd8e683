#include "ui/settings/longtextdialog.h"

#include "core/base/typedtext.h"
#include "ui/common/announce.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/longtext.h"
#include "ui/common/screenroom.h"
#include "ui/common/textarea.h"
#include "ui/look/characterwidth.h"
#include "ui/look/fixedfont.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"
#include "ui/settings/problemarea.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

LongTextDialog::LongTextDialog(const QString &name, const QString &text, Checker checker, QWidget *parent)
    : QDialog(parent), m_before(text), m_opened(text), m_checker(std::move(checker)), m_edit(new TextArea),
      m_problem(new TonedLabel), m_mark(new TonedLabel), m_pause(m_edit, [this] { check(); }),
      m_goTo(new QPushButton(faultText()))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(name);
    m_edit->setFont(fixedFont());
    m_edit->setText(text);
    m_edit->setAccessibleName(name);
    m_edit->setTabChangesFocus(true);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // what is said of the text comes first
    constexpr int fewestLines = 3;                                       // in sight, above what is wrong with them
    m_edit->setMinimumHeight(m_edit->fontMetrics().lineSpacing() * (fewestLines + 1));
    m_problem->setWordWrap(true);
    m_mark->setIcon("warning"_L1, Tone::Bad, tr("Error"));
    m_mark->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    wordButtons(*buttons);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    makePrimary(*m_ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &LongTextDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] { QDialog::reject(); });
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, DialogMargin, Space::Medium);
    layout->addWidget(m_edit, 1);
    layout->addWidget(new ProblemArea(problemRow(), tr("Error")));
    layout->addLayout(buttonRow(buttons));
    resize(roomForText(m_edit->fontMetrics(), 72, 24).boundedTo(roomOnScreen(*this)));
    constexpr qsizetype most = 256 * 1024;
    m_edit->setMostCharacters(most);
    connect(m_edit, &TextArea::refused, this, [this] {
        say(tooLongText(most), true);
        announce(m_problem);
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &LongTextDialog::follow);
    if (editedText() != m_before)
        lock(tr("This text has characters or line ends that would be changed here. It is only shown."));
}

QWidget *LongTextDialog::problemRow()
{
    auto *texts = new QWidget;
    auto *row = new QHBoxLayout(texts);
    setSpaces(*row, Space::Medium);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_problem, 1, Qt::AlignTop);
    return texts;
}

QLayout *LongTextDialog::buttonRow(QDialogButtonBox *buttons)
{
    m_goTo->setAutoDefault(false);
    m_goTo->setEnabled(false);
    m_goTo->hide();
    for (const auto &keys = okKeys(); const QKeySequence &key : keys)
        connect(new QShortcut(key, this), &QShortcut::activated, m_ok, &QPushButton::click);
    auto *row = new QHBoxLayout;
    row->setSpacing(space(Space::Medium));
    row->addWidget(m_goTo);
    row->addWidget(buttons, 1);
    return row;
}

void LongTextDialog::leadToFaults(Finder finder)
{
    m_finder = std::move(finder);
    const QKeySequence key = faultKey();
    m_goTo->setToolTip(key.toString(QKeySequence::NativeText));
    m_goTo->show();
    connect(m_goTo, &QPushButton::clicked, this, &LongTextDialog::goToFault);
    connect(new QShortcut(key, this), &QShortcut::activated, this, &LongTextDialog::goToFault);
    findFault();
}

// Of a valid text and of one that is only shown, there is none. What stands here may have come with a fault.
void LongTextDialog::findFault()
{
    if (!m_finder)
        return;
    const QString text = editedText();
    m_faultAt = m_finder(text);
    if (m_faultAt >= 0 && text.size() > m_edit->text().size()) // the editor's line ends are shorter
        m_faultAt -= text.left(m_faultAt).count("\r\n"_L1);
    m_goTo->setEnabled(m_faultAt >= 0);
}

void LongTextDialog::goToFault()
{
    if (m_faultAt < 0)
        return;
    check(); // it is asked for
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(static_cast<int>(m_faultAt));
    m_edit->setTextCursor(cursor);
    m_edit->ensureCursorVisible();
    m_edit->setFocus();
}

QString LongTextDialog::editedText() const
{
    return withLineEndsOf(m_before, m_edit->text());
}

void LongTextDialog::lock(const QString &reason)
{
    m_edit->setReadOnly(true);
    m_ok->setEnabled(false);
    say(reason, false);
}

void LongTextDialog::say(const QString &problem, bool isInvalid)
{
    m_problem->setText(problem);
    m_problem->setTone(isInvalid ? Tone::Bad : Tone::Warning);
    m_mark->setVisible(isInvalid);
    describeField(m_edit, problem, isInvalid);
}

void LongTextDialog::beginWith(const QString &text)
{
    if (m_edit->isReadOnly())
        return;
    m_edit->selectAll();
    m_edit->insertPlainText(text); // which can be undone
}

void LongTextDialog::resumeWith(const QString &text)
{
    beginWith(text);
    m_opened = editedText();
}

QString LongTextDialog::problem() const
{
    const QString text = editedText();
    return text == m_before ? QString() : m_checker(text);
}

// What is mended is so at once; what is half typed may become right.
void LongTextDialog::follow()
{
    findFault();
    m_pause.await();
    if (problem().isEmpty())
        check();
    else
        tellTyped(false);
}

void LongTextDialog::tellTyped(bool isInvalid)
{
    const QString text = editedText();
    const bool isAsBefore = m_edit->isReadOnly() || text == m_opened;
    Q_EMIT typed(isAsBefore ? QString() : text.isNull() ? u""_s : text, isInvalid);
}

void LongTextDialog::check()
{
    m_pause.cancel();
    const QString found = problem();
    const bool isNew = !found.isEmpty() && found != m_problem->text();
    say(found, !found.isEmpty());
    tellTyped(!found.isEmpty());
    if (isNew)
        announceAfterFocus(m_problem, found);
}

void LongTextDialog::accept()
{
    if (m_edit->isReadOnly())
        return;
    m_problem->clear(); // it is said again
    check();
    if (!m_problem->text().isEmpty()) {
        m_edit->setFocus();
        return;
    }
    if (const QString text = editedText(); text != m_opened)
        Q_EMIT textAccepted(text);
    if (!m_edit->isReadOnly())
        QDialog::accept();
}

bool LongTextDialog::takeTyping()
{
    const QString text = editedText();
    if (!isVisible() || text == m_opened)
        return true;
    if (!m_edit->isReadOnly())
        Q_EMIT textAccepted(text);
    return !m_edit->isReadOnly(); // nobody locked it because of that
}

QString LongTextDialog::text() const
{
    return m_edit->text();
}

void LongTextDialog::reject()
{
    if (m_edit->isReadOnly() || editedText() == m_opened)
        return QDialog::reject();
    if (m_question)
        return;
    m_question = new QMessageBox(QMessageBox::NoIcon, tr("Changed text"), tr("Discard what you changed here?"),
                                 QMessageBox::NoButton, this);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    const QPushButton *discard = m_question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    m_question->setDefaultButton(m_question->addButton(tr("&Keep editing"), QMessageBox::RejectRole));
    wordButtons(*m_question);
    connect(discard, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    m_question->open();
}

} // namespace lanyard

#include "moc_longtextdialog.cpp"
