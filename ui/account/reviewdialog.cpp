#include "ui/account/reviewdialog.h"

#include "core/models/documentedits.h"
#include "core/models/placepictures.h"
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

#include <QDialogButtonBox>
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

} // namespace

ReviewDialog::ReviewDialog(DocumentEdits &user, QWidget *parent)
    : QDialog(parent), m_user(user), m_table(new TextTable(tr("Changes"), {tr("Field"), tr("Was"), tr("Will be")})),
      m_none(paragraph(tr("There are no changes."))), m_revert(new QPushButton(tr("&Undo this change"))),
      m_save(new QPushButton(tr("&Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Review changes"));
    m_revert->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    wordButtons(*buttons);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, DialogMargin, Space::Medium);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_none, 1, Qt::AlignTop);
    auto *row = new FlowLayout;
    row->addWidget(m_revert);
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

void ReviewDialog::fill()
{
    const User &base = m_user.base();
    m_fields = m_user.changedPlaces();
    // In the order of the form, the settings after it.
    std::stable_sort(m_fields.begin(), m_fields.end(),
                     [](const Path &a, const Path &b) { return placeInForm(a) < placeInForm(b); });
    const auto was = [&base](const Path &path) { return base.valueAt(path); };
    const auto willBe = [this](const Path &path) { return m_user.value(path); };
    const HiddenSecrets &hidden = m_user.hidden();
    QList<TextTable::Row> rows;
    for (const Path &field : std::as_const(m_fields)) {
        rows.append({idOf(field),
                     QStringList(placeLabel(field, base, hidden)) + placeTexts(field, base, {was, willBe}, hidden)});
    }
    m_table->setRows(rows);
    for (int row = 0; row < m_fields.size(); ++row) {
        const QList<QImage> pictures = placePictures(m_fields.at(row), {was, willBe});
        for (int column = 0; column < pictures.size(); ++column)
            m_table->showPicture(*m_table->item(row, column + 1), pictures.at(column));
    }
    updateActions(); // before the table goes: the focus is to find what is left
    m_table->setVisible(!rows.isEmpty());
    m_none->setVisible(rows.isEmpty());
}

void ReviewDialog::updateActions()
{
    m_revert->setEnabled(m_table->selectedRow() >= 0);
    m_save->setEnabled(!m_fields.isEmpty());
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
