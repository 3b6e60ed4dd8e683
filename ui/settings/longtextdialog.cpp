#include "ui/settings/longtextdialog.h"

#include "ui/common/plainlabel.h"
#include "ui/common/textarea.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

bool isJson(const QString &text)
{
    QJsonParseError error{};
    QJsonDocument::fromJson(text.toUtf8(), &error);
    return error.error == QJsonParseError::NoError;
}

} // namespace

LongTextDialog::LongTextDialog(const QString &name, const QString &text, QWidget *parent)
    : QDialog(parent), m_before(text), m_edit(new TextArea), m_problem(new PlainLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(name);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setText(text);
    m_edit->setAccessibleName(name);
    m_edit->setTabChangesFocus(true);
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &LongTextDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(560, 420);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &LongTextDialog::checkJson);
    if (editedText() != m_before)
        lock(tr("This text has characters or line ends that would be changed here. It is only shown."));
}

QString LongTextDialog::editedText() const
{
    QString text = m_edit->text();
    return m_before.contains("\r\n"_L1) ? text.replace(u"\n"_s, u"\r\n"_s) : text;
}

void LongTextDialog::lock(const QString &reason)
{
    m_edit->setReadOnly(true);
    m_ok->setEnabled(false);
    m_problem->setText(reason);
}

void LongTextDialog::checkJson()
{
    const bool broken = isJson(m_before) && !isJson(m_edit->text());
    m_problem->setText(broken ? tr("This is no longer valid JSON.") : QString());
}

void LongTextDialog::accept()
{
    if (const QString text = editedText(); !m_edit->isReadOnly() && text != m_before)
        Q_EMIT textAccepted(text);
    if (!m_edit->isReadOnly())
        QDialog::accept();
}

} // namespace lanyard

#include "moc_longtextdialog.cpp"
