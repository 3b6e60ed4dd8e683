#pragma once

#include "core/models/searchtexts.h"

#include <QCollator>
#include <QSortFilterProxyModel>

#include <memory>
#include <utility>

namespace lanyard {

class ApiKeysModel;

/// Keys that contain every word of a text, in any column (for a secret, only what its mask shows), and are in a wanted
/// state. A key of unknown state is included among all keys only.
class ApiKeysFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, UsableNow, Expiring, ExpiredOrRevoked };

    explicit ApiKeysFilter(QObject *parent = nullptr);

    /// Of many keys, quick only once their texts() are made, and if prepareText() was called before that. Many rows
    /// leave all together, and those that are left come back: a view loses what is selected.
    void setText(const QString &text);
    /// The keys are searched for it while their texts() are made.
    void prepareText(const QString &text);
    /// An ApiKeysModel: one that is reset when rows come, go or move, and tells by dataChanged() of everything else.
    void setSourceModel(QAbstractItemModel *model) override;
    [[nodiscard]] SearchTexts &texts() { return m_texts; }
    [[nodiscard]] bool isSearching() const { return m_texts.isMaking(); }
    /// Many keys are sorted a little later.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// For whom it cannot be later.
    void sortNow();
    /// False before they have been sorted for the first time: each would soon stand elsewhere.
    [[nodiscard]] bool isShowing() const { return m_isShowing; }
    /// Which states are wanted: rows leave and come back as with setText().
    void setShow(Show show);
    /// Whether keys that contain the words are left out for their state alone.
    [[nodiscard]] bool hasOthers() const;

Q_SIGNALS:
    /// isShowing() has become true.
    void shown();

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool hasState(const QModelIndex &index) const;
    [[nodiscard]] bool hasWords(const QModelIndex &index) const;
    void rankLater();
    void filterAnew();

    /// Which keys contain the words of a text, as far as it is known.
    struct Search
    {
        enum Match : char { Unknown, No, Yes };
        QStringList words;
        QList<Match> matches; // by the model's row
        [[nodiscard]] bool isIn(const QModelIndex &key);
    };
    const ApiKeysModel *m_keys = nullptr; // the source
    mutable Search m_search;
    Search m_next; // see prepareText()
    SearchTexts m_texts;
    QCollator m_order; // of the locale at the start
    SearchTexts m_orders;
    std::unique_ptr<QObject> m_ranking;      // ends when its outcome is not wanted any more
    std::pair<int, Qt::SortOrder> m_sorting; // as last asked for
    bool m_isShowing = true;
    bool m_isLeavingAll = false; // see filterAnew()
    Show m_show = Show::All;
};

} // namespace lanyard
