#include "ui/account/reviewdialog.h"

#include "core/models/documentedits.h"
#include "core/models/placepictures.h"
#include "core/models/placeproblem.h"
#include "ui/common/announce.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/screenroom.h"
#include "ui/common/texttable.h"
#include "ui/look/characterwidth.h"
#include "ui/look/paragraph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int ReviewInCharacters = 96;

QString idOf(const Path &field)
{
    if (field.isFormerSetting())
        return u"former/%1/"_s.arg(field.settingId().size()) + field.settingId() + field.formerName();
    return field.isSetting() ? u"setting/"_s + field.settingId() : u"field/"_s + field.fieldKey();
}

// When the user began to change it; somebody else may have changed it since.
ValueAt wasIn(const DocumentEdits &user)
{
    return [&user, begun = user.changes()](const Path &path) {
        const auto change =
            std::find_if(begun.begin(), begun.end(), [&path](const Change &one) { return one.path == path; });
        return change != begun.end() && change->before ? *change->before : user.base().valueAt(path);
    };
}

ValueAt willBeIn(const DocumentEdits &user)
{
    return [&user](const Path &path) { return user.value(path); };
}

// What is half typed as it was typed, without what belongs to a value, such as a country's code.
QStringList valuesOf(const Path &field, const DocumentEdits &user)
{
    const HiddenSecrets &hidden = user.hidden();
    const bool isPlain = user.settingIds().isPlain(field);
    return user.hasMisfit(field) ? placeTexts(field, user.base(), wasIn(user), user.misfit(field), hidden, isPlain)
                                 : placeTexts(field, user.base(), {wasIn(user), willBeIn(user)}, hidden, isPlain);
}

} // namespace

ReviewDialog::ReviewDialog(DocumentEdits &user, QWidget *parent)
    : QDialog(parent), m_user(user), m_table(new TextTable(tr("Changes"), {tr("Field"), tr("Was"), tr("Will be")})),
      m_none(paragraph(tr("There are no changes."))), m_problems(new TonedLabel),
      m_revert(new QPushButton(tr("&Undo this change"))), m_goTo(new QPushButton(tr("&Go to field"))),
      m_save(new QPushButton(tr("&Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Review changes"));
    m_revert->setAutoDefault(false);
    m_goTo->setAutoDefault(false);
    m_problems->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    wordButtons(*buttons);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, DialogMargin, Space::Medium);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_none, 1, Qt::AlignTop);
    layout->addWidget(m_problems);
    auto *row = new FlowLayout;
    row->addWidget(m_revert);
    row->addWidget(m_goTo);
    row->addWidget(buttons);
    layout->addLayout(row);
    makePrimary(*m_save);
    resize(
        QSize(characterWidth(fontMetrics()) * ReviewInCharacters, sizeHint().height()).boundedTo(roomOnScreen(*this)));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        Q_EMIT saveRequested();
    });
    connect(m_revert, &QPushButton::clicked, this, &ReviewDialog::revertSelected);
    connect(m_goTo, &QPushButton::clicked, this, &ReviewDialog::goToSelected);
    connect(m_table, &QTableWidget::doubleClicked, this, &ReviewDialog::goToSelected);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ReviewDialog::updateActions);
    connect(&m_user, &DocumentEdits::changed, this, &ReviewDialog::fill);
    connect(&m_user, &DocumentEdits::reloaded, this, &ReviewDialog::fill);
    connect(&m_user, &DocumentEdits::hiddenChanged, this, &ReviewDialog::fill);
    fill();
    m_table->chooseRow(0);
    m_save->setDefault(true);
    m_table->setFocus();
}

void ReviewDialog::showEvent(QShowEvent *event)
{
    m_table->fitWindowToRows();
    QDialog::showEvent(event);
}

// Enter saves, unless what is chosen has to be corrected first.
void ReviewDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const int row = m_table->hasFocus() ? m_table->selectedRow() : -1;
    if (isEnter && row >= 0 && m_user.hasMisfit(m_fields.at(row)))
        return goToSelected();
    QDialog::keyPressEvent(event);
}

void ReviewDialog::fill()
{
    m_fields = m_user.unsavedPlaces();
    // In the order of the form, the settings after it.
    std::stable_sort(m_fields.begin(), m_fields.end(),
                     [](const Path &a, const Path &b) { return placeInForm(a) < placeInForm(b); });
    m_conflicts = m_user.conflicts();
    QList<TextTable::Row> rows;
    for (const Path &field : std::as_const(m_fields))
        rows.append({idOf(field), textsOf(field)});
    m_table->setRows(rows);
    for (int row = 0; row < m_fields.size(); ++row) {
        const QList<QImage> pictures = placePictures(m_fields.at(row), {wasIn(m_user), willBeIn(m_user)});
        for (int column = 0; column < pictures.size(); ++column)
            m_table->showPicture(*m_table->item(row, column + 1), pictures.at(column));
    }
    updateActions(); // before the table goes: the focus is to find what is left
    m_table->setVisible(!rows.isEmpty());
    m_none->setVisible(rows.isEmpty());
}

QStringList ReviewDialog::textsOf(const Path &field) const
{
    QStringList texts = valuesOf(field, m_user);
    if (m_user.hasMisfit(field))
        texts.last() = tr("%1\nNeeds correcting: %2").arg(texts.last(), placeProblem(field, m_user));
    else if (m_user.isRefused(field) || m_conflicts.contains(field)) // a save may be tried, and decides
        texts.last() += u'\n' + m_user.notice(field);
    return QStringList(editedPlaceLabel(field, m_user)) + texts;
}

qsizetype ReviewDialog::misfits() const
{
    return std::count_if(m_fields.begin(), m_fields.end(),
                         [this](const Path &field) { return m_user.hasMisfit(field); });
}

QString ReviewDialog::problemsText() const
{
    if (const auto count = static_cast<int>(misfits()))
        return tr("%n change(s) must be corrected or undone before you can save.", nullptr, count);
    if (const auto count = static_cast<int>(m_conflicts.size()))
        return tr("%n field(s) were also changed elsewhere: when you save, you choose what to keep.", nullptr, count);
    return {};
}

void ReviewDialog::updateActions()
{
    const int row = m_table->selectedRow();
    m_revert->setEnabled(row >= 0);
    m_goTo->setEnabled(row >= 0 && !m_user.base().isWithoutSetting(m_fields.at(row)));
    const QString problems = problemsText();
    m_problems->setTone(misfits() > 0 ? Tone::Bad : Tone::Warning);
    m_problems->setText(problems);
    m_problems->setVisible(!problems.isEmpty());
    m_save->setEnabled(!m_fields.isEmpty() && misfits() == 0);
    m_save->setToolTip(problems);
    m_save->setAccessibleDescription(problems);
}

void ReviewDialog::goToSelected()
{
    const int row = m_table->selectedRow();
    if (row < 0 || m_user.base().isWithoutSetting(m_fields.at(row)))
        return;
    const Path field = m_fields.at(row);
    accept();
    Q_EMIT fieldRequested(field);
}

// The selected one. The next one is selected before, so that the focused button always has one to act on.
void ReviewDialog::revertSelected()
{
    const int row = m_table->selectedRow();
    if (row < 0)
        return;
    const Path field = m_fields.at(row);
    const QString name = m_table->item(row, 0)->text();
    m_table->chooseRowAfter(row);
    m_user.revert(field);
    if (m_table->selectedRow() < 0)
        m_table->chooseRow(qMin(row, m_table->rowCount() - 1));
    const QString undone = tr("%1: change undone").arg(name);
    announce(m_table, m_fields.isEmpty() ? tr("%1. There are no other changes.").arg(undone) : undone);
}

} // namespace lanyard

#include "moc_reviewdialog.cpp"
