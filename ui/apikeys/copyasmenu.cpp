#include "ui/apikeys/copyasmenu.h"

#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keystable.h"

#include <QClipboard>
#include <QGuiApplication>

namespace lanyard {

namespace {

constexpr qsizetype FormNameLength = 60;

} // namespace

CopyAsMenu::CopyAsMenu(const ApiKeysModel &model, KeysTable &table, QWidget *parent)
    : QMenu(tr("Co&py as…"), parent), m_model(model), m_table(table)
{
    addFormat(KeyFormat::Header, tr("Request &header"));
    addFormat(KeyFormat::Curl, tr("&curl command"));
    addFormat(KeyFormat::EnvLine, tr(".&env line"));
    addFormat(KeyFormat::Json, tr("&JSON"));
}

void CopyAsMenu::addFormat(KeyFormat format, const QString &text)
{
    QMenu *forms = addMenu(text);
    QAction *masked = forms->addAction(tr("With&out the key"), this, [this, format] { copyMasked(format); });
    QAction *whole = forms->addAction(tr("With the &key"), this, [this, format] { copyWhole(format); });
    // A key may be one that the format cannot hold.
    connect(forms, &QMenu::aboutToShow, this, [this, format, masked, whole] {
        const int row = m_table.selectedKey();
        const bool isThere = row >= 0 && !maskedKeyAs(format, m_model.keyAt(row), m_server).isEmpty();
        masked->setEnabled(isThere);
        whole->setEnabled(isThere);
    });
}

QString CopyAsMenu::whatOf(KeyFormat format) const
{
    const QString name = quoted(m_model.keyAt(m_table.selectedKey()).name(), FormNameLength);
    return tr("Key “%1” as %2", "the second: a format").arg(name, keyFormatLabel(format));
}

void CopyAsMenu::copyMasked(KeyFormat format)
{
    const int row = m_table.selectedKey();
    const QString text = row < 0 ? QString() : maskedKeyAs(format, m_model.keyAt(row), m_server);
    if (text.isEmpty())
        return;
    m_table.choose();
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(tr("Copied without the key"));
}

void CopyAsMenu::copyWhole(KeyFormat format)
{
    const int row = m_table.selectedKey();
    const Secret whole = row < 0 ? Secret() : keyAs(format, m_model.keyAt(row), m_server);
    if (whole.isEmpty())
        return;
    m_table.choose();
    Q_EMIT copyRequested(whole, whatOf(format), m_model.caution(row));
}

} // namespace lanyard

#include "moc_copyasmenu.cpp"
