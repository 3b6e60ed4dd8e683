#include "core/http/answerreader.h"

#include "core/http/envelope.h"

namespace lanyard {

Result<ServiceAnswer> readAnswer(RawAnswer answer, const QByteArrayList &pieces)
{
    answer.body = pieces.join();
    return classify(answer);
}

bool endsWithItsConnection(const RawAnswer &answer, const QByteArrayList &pieces)
{
    return answer.status == 200 && answer.networkError == QNetworkReply::ContentReSendError && answer.endsConnection &&
           readJsonObject(pieces.join());
}

} // namespace lanyard
